package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContenderSpecTest {

    @ParameterizedTest
    @ValueSource(strings = {"sync", "threads", "virtual", "reactive"})
    void eachIsAlsoThereWithTheDriverAndOtherwiseTheSame(String name) {
        ContenderSpec hibernate = ContenderSpec.named(name);
        ContenderSpec driver = ContenderSpec.named(name + "-driver");

        assertThat(driver.name()).isEqualTo(name + "-driver");
        assertThat(driver.application()).isEqualTo(hibernate.application());
        assertThat(driver.settings()).containsAllEntriesOf(hibernate.settings());
        assertThat(driver.settings()).containsEntry("lab.persistence", "driver");
        assertThat(driver.settings()).hasSize(hibernate.settings().size() + 1);
    }

    @Test
    void aSlowerOneDiffersInItsHandicapOnly() {
        assertThat(ContenderSpec.named("threads-slower"))
                .isEqualTo(new ContenderSpec(
                        "threads-slower", ContenderSpec.THREADS.application(), Map.of("lab.handicap-micros", "25")));
    }

    @Test
    void oneMoreOfTheSameDiffersInItsNameOnly() {
        assertThat(ContenderSpec.named("virtual-again"))
                .isEqualTo(new ContenderSpec("virtual-again", ContenderSpec.VIRTUAL.application(), Map.of()));
    }

    @Test
    void theUsualOnesRunWithHibernate() {
        assertThat(ContenderSpec.USUAL)
                .extracting(ContenderSpec::settings)
                .allMatch(settings -> settings.equals(Map.of()));
    }

    @Test
    void aShortLivedOneDiffersInItsCompilerAndInHowOftenItWarnsOnly() {
        ContenderSpec usual = ContenderSpec.named("reactive").withHeap(64);

        ContenderSpec shortLived = usual.shortLived();

        assertThat(shortLived)
                .usingRecursiveComparison()
                .ignoringFields("jvmFlags", "settings")
                .isEqualTo(usual);
        assertThat(shortLived.jvmFlags()).containsAll(usual.jvmFlags()).contains("-XX:TieredStopAtLevel=1");
        assertThat(shortLived.settings()).containsOnly(Map.entry("quarkus.vertx.warning-exception-time", "500ms"));
    }

    @Test
    void moreFlagsComeAfterThoseItHas() {
        ContenderSpec usual = ContenderSpec.named("reactive").withHeap(64);

        ContenderSpec flagged = usual.withFlags(List.of("-Dsome=thing"));

        assertThat(flagged)
                .usingRecursiveComparison()
                .ignoringFields("jvmFlags")
                .isEqualTo(usual);
        assertThat(flagged.jvmFlags())
                .startsWith(usual.jvmFlags().toArray(String[]::new))
                .endsWith("-Dsome=thing");
    }
}
