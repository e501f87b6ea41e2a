package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    private static final List<String> FLAGS = List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1");
    private static final String FROM_CACHE = "source: shared objects file";

    @TempDir
    private Path base;

    private Path packaging;
    private Path jar;
    private Run run;

    @BeforeEach
    void begin() throws IOException {
        packaging = Files.createDirectory(base.resolve("quarkus-app"));
        jar = packaging.resolve("quarkus-run.jar");
        pack(jar);
        run = Run.begin(base, base.resolve("logs"), false);
    }

    @AfterEach
    void end() {
        run.close();
    }

    @Test
    void isForJdksThatKeepProfiles() {
        assertThat(Stream.of(21, 22, 23, 24)).noneMatch(AotCache::isSupported);
        assertThat(Stream.of(25, 26)).allMatch(AotCache::isSupported);
    }

    @Test
    void isUsedOnlyOnceItIsThere() throws IOException {
        AotCache cache = cache(FLAGS);
        assertThat(cache.flags()).isEmpty();

        cache.keep(recorded());

        assertThat(cache.flags()).contains("-XX:AOTCache=" + packaging.resolve("hibernate.aot"));
        assertThat(cache(FLAGS).isFresh()).isTrue();
    }

    @Test
    void isStaleOnceTheProgramWasBuiltAnew() throws IOException {
        cache(FLAGS).keep(recorded());

        Files.setLastModifiedTime(jar, FileTime.fromMillis(1));

        assertThat(cache(FLAGS).isFresh()).isFalse();
        cache(FLAGS).keep(recorded());
        assertThat(cache(FLAGS).isFresh()).isTrue();
    }

    @Test
    void isStaleWithOtherFlagsButForTheNumberOfProcessors() throws IOException {
        cache(FLAGS).keep(recorded());

        assertThat(cache(List.of("-Xmx64m", "-XX:+UseG1GC", "-XX:ActiveProcessorCount=1"))
                        .isFresh())
                .isFalse();
        assertThat(cache(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=4"))
                        .isFresh())
                .isTrue();
    }

    @Test
    void isSharedByContendersThatRunTheSameCode() throws IOException {
        cache(FLAGS).keep(recorded());

        assertThat(AotCache.of(contender(packaging, Map.of("lab.workers", "1")), FLAGS)
                        .isFresh())
                .isTrue();
        assertThat(AotCache.of(contender(packaging, Map.of("lab.persistence", "driver")), FLAGS)
                        .isFresh())
                .isFalse();
    }

    @Test
    void needsNoPackaging() {
        assertThat(AotCache.of(contender(base.resolve("missing"), Map.of()), FLAGS)
                        .flags())
                .isEmpty();
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void holdsWhatAProcessDidUntilItsEnd() throws Exception {
        AotCache cache = cache(FLAGS);
        Path recorded = run.temp().resolve("app.aot");
        ServiceProcess training = start(List.of("-XX:AOTCacheOutput=" + recorded));

        AotRecording.keep(training.process(), recorded, cache);
        ServiceProcess warm = start(cache.flags());

        assertThat(warm.process().output())
                .anyMatch(line -> line.contains(StandInService.class.getName()) && line.contains(FROM_CACHE));
        assertThat(recorded).doesNotExist();
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void hindersNoStartWhenItIsBroken() throws Exception {
        AotCache cache = cache(FLAGS);
        cache.keep(recorded());

        ServiceProcess cold = start(cache.flags());

        assertThat(cold.firstAnswerSeconds()).isPositive();
        assertThat(cold.process().output())
                .noneMatch(line -> line.contains(StandInService.class.getName()) && line.contains(FROM_CACHE));
    }

    @Test
    void saysThatTheJvmWroteNone() {
        ServiceProcess training = start(List.of());

        assertThatThrownBy(
                        () -> AotRecording.keep(training.process(), run.temp().resolve("app.aot"), cache(FLAGS)))
                .isInstanceOf(LabFailure.class)
                .hasMessageContaining("wrote none");
        assertThat(cache(FLAGS).isFresh()).isFalse();
    }

    private AotCache cache(List<String> flags) {
        return AotCache.of(contender(packaging, Map.of()), flags);
    }

    private static ContenderSpec contender(Path packaging, Map<String, String> settings) {
        return new ContenderSpec("threads", packaging.toString(), settings);
    }

    /** No cache that a JVM could use. */
    private Path recorded() throws IOException {
        return Files.writeString(Files.createTempFile(base, "recorded", ".aot"), "broken");
    }

    private ServiceProcess start(List<String> aot) {
        int port = Ports.free();
        return ServiceProcess.start(
                run,
                ContenderSpec.THREADS,
                List.of("-cp", jar.toString(), StandInService.class.getName()),
                Map.of("quarkus.http.port", String.valueOf(port)),
                Stream.of(FLAGS, List.of("-Xlog:class+load"), aot)
                        .flatMap(List::stream)
                        .toList(),
                port);
    }

    private static void pack(Path jar) throws IOException {
        String name = StandInService.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                InputStream code = StandInService.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            code.transferTo(out);
        }
    }
}
