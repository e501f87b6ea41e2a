package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabStackTest {

    @TempDir
    private static Path base;

    @Test
    void aRestartKeepsTheDatabaseAndStartsTheContendersAnew() throws Exception {
        try (Run run = TestRuns.begin(base);
                HttpProbe probe = new HttpProbe()) {
            LabStack first = LabStack.start(run, List.of(ContenderSpec.THREADS), 1);
            LabStack second = first.restarted(run, List.of(ContenderSpec.THREADS), 1);

            ServiceProcess before = first.contenders().getFirst();
            ServiceProcess after = second.contenders().getFirst();
            assertThat(before.process().isAlive()).isFalse();
            assertThat(after.pid()).isNotEqualTo(before.pid());
            assertThat(probe.status(after.url().resolve("/books/1"))).isEqualTo(HttpProbe.OK);
            assertThat(second.database()).isSameAs(first.database());
            assertThat(second.trouble()).isEmpty();
        }
    }

    @Test
    void contendersThatAreStartedSideBySideAnswerInTheOrderAskedFor() throws Exception {
        List<ContenderSpec> specs = List.of(ContenderSpec.REACTIVE, ContenderSpec.THREADS);
        try (Run run = TestRuns.begin(base);
                HttpProbe probe = new HttpProbe()) {
            LabStack stack = LabStack.support(run).with(run, specs, 1);

            assertThat(stack.contenders())
                    .extracting(service -> service.contender().name())
                    .containsExactly(ContenderSpec.REACTIVE.name(), ContenderSpec.THREADS.name());
            assertThat(stack.contenders())
                    .allSatisfy(service -> assertThat(probe.status(service.url().resolve("/books/1")))
                            .isEqualTo(HttpProbe.OK));
            assertThat(stack.trouble()).isEmpty();
        }
    }
}
