package org.concurrencylab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.concurrencylab.report.Handmade.slice;
import static org.concurrencylab.report.Handmade.with;

import java.util.ArrayList;
import java.util.List;
import org.concurrencylab.report.Ratio.Difference;
import org.concurrencylab.report.Summary.Comparison;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Finding.Kind;
import org.concurrencylab.results.Results.Slice;
import org.junit.jupiter.api.Test;

/** CPU time per request of virtual against that of threads, which is measured twice in each block. */
class JudgementTest {

    private static final Finding FOREIGN = new Finding(Kind.FOREIGN_CPU, "others used 20 % of the CPU time");
    private static final double[] THREADS = {100, 102, 99, 101, 100, 98};
    private static final double[] AGAIN = {101, 100, 100, 99, 102, 99};
    private static final double[] CHEAPER = {80, 81, 79, 80, 82, 78};

    private final List<Slice> slices = new ArrayList<>();

    @Test
    void holdsAContenderAgainstBothSlicesOfTheReference() {
        measured(THREADS, AGAIN, CHEAPER);

        Ratio cpu = cpu();

        double logs = 0;
        for (int block = 0; block < THREADS.length; block++) {
            logs += Math.log(CHEAPER[block] / Math.sqrt(THREADS[block] * AGAIN[block]));
        }
        assertThat(cpu.value()).isCloseTo(Math.exp(logs / THREADS.length), within(1e-9));
        assertThat(cpu.difference()).isEqualTo(Difference.LESS);
    }

    @Test
    void showsWhatTheReferenceDiffersFromItselfBy() {
        measured(THREADS, AGAIN, CHEAPER);

        assertThat(only().noise().sentence())
                .matches("one contender against itself: p50 ±0.0 %, CPU per request ±1.\\d %");
    }

    @Test
    void takesTheNoiseOfWhoeverWasMeasuredTwice() {
        add("threads", THREADS, false);
        add("virtual", CHEAPER, false);
        for (int block = 0; block < THREADS.length; block++) {
            boolean even = block % 2 == 0;
            String twice = even ? "threads" : "virtual";
            double again = even ? AGAIN[block] : 0.99 * CHEAPER[block];
            slices.add(with(slice(twice, block, 4_000, again, 10), true, List.of()));
        }

        assertThat(only().noise().sentence())
                .matches("one contender against itself: p50 ±0.0 %, CPU per request ±1.\\d %");
        double logs = 0;
        for (int block = 0; block < THREADS.length; block++) {
            logs += block % 2 == 0
                    ? Math.log(CHEAPER[block] / Math.sqrt(THREADS[block] * AGAIN[block]))
                    : Math.log(Math.sqrt(0.99) * CHEAPER[block] / THREADS[block]);
        }
        assertThat(cpu().value()).isCloseTo(Math.exp(logs / THREADS.length), within(1e-9));
    }

    @Test
    void knowsNoNoiseWithoutASecondSlice() {
        measured(THREADS, new double[0], CHEAPER);

        assertThat(only().noise().sentence()).isEmpty();
        assertThat(cpu().difference()).isEqualTo(Difference.LESS);
    }

    @Test
    void namesNoDifferenceThatIsSmallerThanTheNoise() {
        measured(new double[] {100, 100, 100, 100, 100, 100}, new double[] {112, 90, 113, 89, 111, 91}, new double[] {
            101, 90, 102.5, 90, 101.5, 90
        });

        assertThat(cpu().difference()).isEqualTo(Difference.CANNOT_TELL);
        assertThat(cpu().why()).matches("one service differs from itself by up to \\d+ % here");
    }

    @Test
    void withholdsTheVerdictWhenMostSlicesAreInvalid() {
        measured(THREADS, AGAIN, CHEAPER);
        for (int i = 0; i < slices.size(); i++) {
            if (slices.get(i).block() > 1) {
                slices.set(i, with(slices.get(i), slices.get(i).twin(), List.of(FOREIGN)));
            }
        }

        assertThat(cpu().difference()).isEqualTo(Difference.CANNOT_TELL);
        assertThat(cpu().why()).isEqualTo("most slices are invalid: other programs");
        assertThat(Verdict.of(Summary.of(results())).workloads().getFirst().text())
                .contains("cannot tell for virtual")
                .contains("(most slices are invalid: other programs)");
    }

    @Test
    void leavesSingleInvalidSlicesOut() {
        measured(THREADS, AGAIN, new double[] {80, 81, 79, 800, 82, 78});
        int disturbed = indexOf("virtual", 3);
        slices.set(disturbed, with(slices.get(disturbed), false, List.of(FOREIGN)));

        assertThat(cpu().blocks()).isEqualTo(5);
        assertThat(cpu().difference()).isEqualTo(Difference.LESS);
    }

    private int indexOf(String contender, int block) {
        for (int i = 0; i < slices.size(); i++) {
            if (slices.get(i).contender().equals(contender) && slices.get(i).block() == block) {
                return i;
            }
        }
        throw new AssertionError();
    }

    private void measured(double[] threads, double[] again, double[] virtual) {
        add("threads", threads, false);
        add("threads", again, true);
        add("virtual", virtual, false);
    }

    private void add(String contender, double[] cpuMillis, boolean twin) {
        for (int block = 0; block < cpuMillis.length; block++) {
            slices.add(with(slice(contender, block, 4_000, cpuMillis[block], 10), twin, List.of()));
        }
    }

    private org.concurrencylab.results.Results results() {
        return Handmade.results(1_000, List.of(), slices.toArray(Slice[]::new));
    }

    private Comparison only() {
        return Summary.of(results()).workloads().getFirst();
    }

    private Ratio cpu() {
        return only().rows().get(1).against().cpu();
    }
}
