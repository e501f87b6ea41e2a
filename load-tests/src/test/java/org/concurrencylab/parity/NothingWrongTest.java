package org.concurrencylab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.concurrencylab.environment.LabHome;
import org.junit.jupiter.api.Test;

/** What is wrong on purpose is switched on by experiments alone. */
class NothingWrongTest {

    /** As a property, and as the variable of the environment that stands for it. */
    private static final Pattern SWITCH = Pattern.compile("lab[._]wrong", Pattern.CASE_INSENSITIVE);

    @Test
    void isSwitchedOnByAManifestAnImageOrASetting() throws IOException {
        Path home = LabHome.find();
        List<Path> manifests = files(home.resolve("k8s"), ".*\\.ya?ml");
        List<Path> images = files(home, "Dockerfile.*");
        List<Path> settings = files(home, "application\\.properties");

        assertThat(manifests).hasSizeGreaterThan(20);
        assertThat(images).hasSize(4);
        assertThat(settings).hasSize(2);
        assertThat(Stream.of(manifests, images, settings).flatMap(List::stream))
                .noneMatch(NothingWrongTest::switchesOn);
    }

    private static List<Path> files(Path folder, String name) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches(name))
                    .filter(file ->
                            !folder.relativize(file).toString().matches("(assignments|(.*/)?(target|\\.git))/.*"))
                    .toList();
        }
    }

    private static boolean switchesOn(Path file) {
        try {
            return SWITCH.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
