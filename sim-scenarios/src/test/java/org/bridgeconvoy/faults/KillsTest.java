package org.bridgeconvoy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.bridgeconvoy.cli.JavaProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command may be killed at any moment: its folder never holds a mix that is taken as a result, and the next run mends all. */
class KillsTest {

    private static final Map<String, String> FAULTY = Map.of(
            "JAVA_TOOL_OPTIONS",
            "-XX:+UseSerialGC -Djava.nio.file.spi.DefaultFileSystemProvider=" + FaultyFiles.class.getName());

    @TempDir
    private Path folder;

    @Test
    void a_run_killed_at_some_of_its_file_operations_leaves_the_old_set_or_the_new_one() throws Exception {
        JavaProcess.Ended ended =
                JavaProcess.run(FAULTY, "", KillCampaign.class.getName(), folder.toString(), "4", "run");

        assertThat(ended.said()).contains("KILL_BEFORE: {OLD=", "KILL_AFTER: {").doesNotContain("WRONG");
        assertThat(ended.status()).isZero();
    }

    @Test
    @Tag("fuzz")
    void each_command_killed_at_each_of_its_file_operations_leaves_the_old_set_or_the_new_one() throws Exception {
        JavaProcess.Ended ended =
                JavaProcess.runAtMost(600, FAULTY, "", KillCampaign.class.getName(), folder.toString(), "100000");

        System.out.println(ended.said());
        assertThat(ended.said()).doesNotContain("WRONG");
        assertThat(ended.status()).isZero();
    }
}
