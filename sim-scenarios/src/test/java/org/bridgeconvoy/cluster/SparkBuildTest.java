package org.bridgeconvoy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkBuildTest {

    @TempDir
    private Path target;

    /** No system gives a process so high a number. */
    private static final String ENDED = "999999999999";

    @Test
    void what_a_killed_build_left_is_deleted_and_what_one_under_way_makes_is_not() throws IOException {
        Path killed =
                Files.createDirectories(target.resolve("spark-build." + ENDED).resolve("classes"));
        Files.writeString(killed.resolve("A.class"), "half");
        Path underWay = Files.createDirectory(
                target.resolve("spark-build." + ProcessHandle.current().pid()));
        Path other = Files.createDirectory(target.resolve("spark-build.mine"));

        SparkBuild.removeAbandoned(target);

        assertThat(killed.getParent()).doesNotExist();
        assertThat(underWay).isDirectory();
        assertThat(other).isDirectory();
    }

    @Test
    void a_tree_that_was_never_built_has_nothing_to_delete() throws IOException {
        SparkBuild.removeAbandoned(target.resolve("target"));
        assertThat(target).isEmptyDirectory();
    }
}
