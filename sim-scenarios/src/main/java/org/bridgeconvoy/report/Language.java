package org.bridgeconvoy.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Languages of the page of a result: those of the crossing, and English, in which everything is written first. Data files have no language. */
public enum Language {
    /** English, the source. */
    ENGLISH("en"),
    /** Korean. */
    KOREAN("ko"),
    /** Chinese, in simplified characters. */
    CHINESE("zh");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The language as HTML and {@code --language} write it: {@code ko}. */
    public String code() {
        return code;
    }

    /** The language of a code; empty for another code. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /** The codes of all languages. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Language::code).toList();
    }
}
