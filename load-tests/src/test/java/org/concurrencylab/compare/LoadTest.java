package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.concurrencylab.results.Results.Prediction;
import org.concurrencylab.results.Results.Workload;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final Subject THREADS = Subjects.servedBy("threads", "worker", 200);
    private static final Subject SYNC = Subjects.servedBy("sync", "worker", 1);
    private static final Subject VIRTUAL = Subjects.servedBy("virtual", "virtual", 200);
    private static final Subject REACTIVE = Subjects.servedBy("reactive", "event-loop", 200);

    @Test
    void predictsWorkersOverDelay() {
        Workload workload = Load.external(2_000, 200, 1).describe(250, List.of(THREADS, SYNC));

        assertThat(workload.predictions())
                .containsExactly(
                        new Prediction("threads", 1_000, "200 workers ÷ 0.2 s (Little's law)"),
                        new Prediction("sync", 5, "1 worker ÷ 0.2 s (Little's law)"));
    }

    @Test
    void predictsNothingWhereNoWorkerWaits() {
        assertThat(Load.external(2_000, 200, 1)
                        .describe(250, List.of(VIRTUAL, REACTIVE))
                        .predictions())
                .isEmpty();
    }

    @Test
    void predictsNothingWithoutADelay() {
        assertThat(Load.external(2_000, 0, 1).describe(250, List.of(THREADS)).predictions())
                .isEmpty();
        assertThat(Load.crud(2_500, 1).describe(250, List.of(THREADS)).predictions())
                .isEmpty();
    }

    @Test
    void saysWhatIsAskedFor() {
        Workload workload = Load.external(2_000, 200, 1).describe(250, List.of());

        assertThat(workload.name()).isEqualTo("external-2000");
        assertThat(workload.title()).contains("200 ms");
        assertThat(workload.ratePerSecond()).isEqualTo(2_000);
        assertThat(workload.sellerDelayMillis()).isEqualTo(200);
    }

    @Test
    void namesTheLoadsOfAPlanApart() {
        for (Plan plan : List.of(Plan.quick(3), Plan.full())) {
            assertThat(plan.loads()).extracting(Load::name).doesNotHaveDuplicates();
        }
        assertThat(Stream.of(Load.crud(500, 1), Load.external(500, 200, 1)).map(Load::name))
                .doesNotHaveDuplicates();
    }
}
