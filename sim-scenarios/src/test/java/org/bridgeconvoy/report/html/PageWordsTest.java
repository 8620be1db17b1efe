package org.bridgeconvoy.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bridgeconvoy.report.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every language says everything, and what is said is what was meant. */
class PageWordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static Map<String, String> source() {
        Map<String, String> source = new TreeMap<>(PageWords.catalogue());
        source.putAll(PageWords.file(Language.ENGLISH));
        return source;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource(names = {"KOREAN", "CHINESE"})
    void every_key_has_words_with_the_places_of_the_english_ones(Language language) {
        Map<String, String> source = source();
        Map<String, String> translated = PageWords.file(language);
        assertThat(translated.keySet()).isEqualTo(source.keySet());
        source.forEach((key, english) -> assertThat(places(translated.getOrDefault(key, "")))
                .as("places of %s in %s", key, language)
                .isEqualTo(places(english)));
        assertThat(translated)
                .allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
    }

    /** A key whose words are those of English would be one that was forgotten; names, numbers and signs aside. */
    @ParameterizedTest
    @EnumSource(names = {"KOREAN", "CHINESE"})
    void words_are_not_english(Language language) {
        Map<String, String> source = source();
        PageWords.file(language).forEach((key, text) -> {
            if (source.getOrDefault(key, "").replaceAll("\\{\\d}", "").matches(".*[a-z]{2}.*")) {
                assertThat(text).as(key).isNotEqualTo(source.getOrDefault(key, ""));
            }
        });
    }

    @Test
    void the_scripts_ask_for_words_that_there_are() {
        Set<String> keys = PageWords.file(Language.ENGLISH).keySet();
        String scripts = Resources.text("chart.js") + Resources.text("replay.js");
        Set<String> asked = new TreeSet<>();
        Pattern.compile("words\\[\"([a-z.-]+)\"]").matcher(scripts).results().forEach(m -> asked.add(m.group(1)));
        Pattern.compile("say\\(\"([a-z-]+)\"").matcher(scripts).results().forEach(m -> {
            if (!m.group(1).endsWith("-")) {
                asked.add("replay." + m.group(1));
            }
        });
        Pattern.compile("= \\[\"([a-z-]+)\"")
                .matcher(Resources.text("replay-data.js"))
                .results()
                .forEach(m -> asked.add("replay.does-" + m.group(1)));
        assertThat(asked).hasSizeGreaterThan(30);
        assertThat(keys).containsAll(asked);
    }

    @Test
    void sentences_are_said_by_their_templates() {
        PageWords korean = new PageWords(Language.KOREAN);
        assertThat(korean.say("Numbers")).isEqualTo("수치");
        assertThat(korean.say("  Numbers ")).isEqualTo("  수치 ");
        assertThat(korean.say("23 Oct")).isEqualTo("10월 23일");
        assertThat(korean.say("3 h 20 min")).isEqualTo("3시간 20분");
        assertThat(korean.say("Best of them (multiple comparison with the best, 95%):"))
                .isEqualTo("이 중 최선 (최선과의 다중 비교, 95%):");
        assertThat(korean.say("here, there may be: most tonnes delivered a day; least hours of a trip"))
                .isEqualTo("here, there 가능: 하루에 인도한 톤 최대; 한 번 운행 시간 최소");
        assertThat(korean.say("here, there, equal in every replication: most tonnes delivered a day"))
                .isEqualTo("here, there, 모든 반복에서 같음: 하루에 인도한 톤 최대");
        assertThat(korean.say("truck 22, 16:08 on 22 Oct to 18:36")).isEqualTo("트럭 22, 10월 22일 16:08~18:36");
        assertThat(korean.say("minutes waiting for export customs, mean")).isEqualTo("수출 세관 대기 시간(분), 평균");
        assertThat(korean.say("tonnes delivered a day of rice")).isEqualTo("하루에 인도한 톤, rice");
        assertThat(korean.say("35 days from 2024-10-14, the first 7 days left out as warm-up · 300 trucks · 1"
                        + " replication · seed 1"))
                .isEqualTo("2024-10-14부터 35일, 처음 7일은 준비 기간으로 제외 · 트럭 300대 · 반복 1회 · 난수 시드 1");
        assertThat(korean.say("143 days from 2024-08-01 to 2024-12-21 · 300 trucks"))
                .isEqualTo("2024-08-01부터 2024-12-21까지 143일 · 트럭 300대");
        assertThat(korean.say("What limits: demand; it could grow by 33% (0% to 88%), then outbound hours."))
                .isEqualTo("제한 요인: 수요; 33%(0%~88%) 늘 수 있고, 그다음은 나가는 시간대.");
        assertThat(new PageWords(Language.CHINESE).say("trucks, outbound")).isEqualTo("卡车，出境");
    }

    @Test
    void what_is_not_known_stays_as_it_is() {
        PageWords korean = new PageWords(Language.KOREAN);
        for (String own : new String[] {"the yard's own words", "a to b", "", "12.5", "path.to.value"}) {
            assertThat(korean.say(own)).isEqualTo(own);
        }
        assertThat(new PageWords(Language.ENGLISH).say("Numbers")).isEqualTo("Numbers");
    }
}
