package org.concurrencylab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concurrencylab.results.Trial;
import org.junit.jupiter.api.Test;

class CpuScalingTest {

    private static final List<String> CONTENDERS = List.of("threads", "reactive");

    private final List<Trial> trials = new ArrayList<>();

    @Test
    void saysHowManyTimesMoreIsComputedOnAllCpus() {
        count("threads", 2, 90, 91, 92);
        count("threads", 4, 171, 171, 176);
        count("reactive", 2, 88, 88, 88);
        count("reactive", 4, 88, 88, 88);

        assertThat(CpuScaling.words(trials, CONTENDERS))
                .startsWith(" On 4 CPUs instead of 2, forecasts a second: threads 1.90× [")
                .contains("reactive 1.00×")
                .contains("so 2.00× was predicted");
        assertThat(CpuScaling.forecastsPerSecond(trials, "threads")).isEqualTo(91);
    }

    @Test
    void drawsWhatTheFirstContenderOughtToReach() {
        count("threads", 1, 45, 45, 45);
        count("threads", 2, 60, 60, 60);

        Picture picture = CpuScaling.pictures(trials, List.of("threads")).getFirst();

        assertThat(picture.lines().getLast().name()).isEqualTo("predicted");
        assertThat(picture.lines().getLast().points().getLast().y()).isEqualTo(90);
    }

    @Test
    void hasNothingToSayWhereNothingWasCounted() {
        assertThat(CpuScaling.words(trials, CONTENDERS)).isEmpty();
        assertThat(CpuScaling.pictures(trials, CONTENDERS)).isEmpty();
    }

    private void count(String contender, double cpus, double... perSecond) {
        for (int second = 0; second < perSecond.length; second++) {
            trials.add(Trial.counted(
                    contender, Map.of("cpus", cpus, "block", (double) second), Map.of("forecasts", perSecond[second])));
        }
    }
}
