package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.OwnRuns;
import org.concurrencylab.environment.Ports;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Histograms;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.ResultsFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One short run of everything, in which a contender dies, and what it leaves. */
class CompareRunTest {

    private static final Plan SHORT = new Plan(
            List.of(Load.crud(200, 2).withTwin().inTurns(), Load.external(50, 50, 1)),
            1,
            new Plan.WarmUpLength(1, 1, 1, 100),
            new Plan.SliceLength(0.125, 0.125, 0.5),
            new Plan.TurnLength(100, 20, 2, 2, 0.4),
            0,
            0,
            1);
    private static final Set<String> CONTENDERS = Set.of("threads", "reactive");

    @TempDir
    private static Path base;

    private static final List<Path> FOLDERS = new ArrayList<>();
    private static final List<ProcessHandle> PROCESSES = new ArrayList<>();
    private static final List<ProcessHandle> CHILDREN = new ArrayList<>();
    private static final RecordedProgress PROGRESS = new RecordedProgress(CompareRunTest::look);

    private static Path folder;
    private static CpuSets cpusBefore;
    private static Results results;

    @BeforeAll
    static void measure() {
        folder = base.resolve("results");
        cpusBefore = CpuSets.ofThisMachine();
        results = new CompareRun(
                        SHORT,
                        List.of(),
                        List.of(ContenderSpec.THREADS, ContenderSpec.REACTIVE, ContenderSpec.VIRTUAL),
                        7,
                        "./lab compare --contenders threads,reactive,virtual",
                        folder)
                .execute(PROGRESS);
    }

    /** While it is measured: what is there that must be gone afterwards; then virtual's end. */
    private static void look(String step) {
        if (step.contains("block") && FOLDERS.isEmpty()) {
            FOLDERS.addAll(OwnRuns.folders());
            FOLDERS.forEach(run -> PROCESSES.addAll(OwnRuns.processes(run)));
            CHILDREN.addAll(ProcessHandle.current().descendants().toList());
        }
        if (step.contains("block") && step.contains("external-50")) {
            OwnRuns.folders().stream()
                    .flatMap(run -> OwnRuns.processes(run).stream())
                    .filter(process -> commandLine(process).contains("lab.contender=virtual"))
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void writesResultsThatCanBeReadAgain() {
        assertThat(ResultsFile.read(folder.resolve("results.json"))).isEqualTo(results);
    }

    @Test
    void measuresEachContenderInEachBlockOnceAndOneOfThemTwiceWhereThereIsATwin() {
        assertThat(results.slices())
                .extracting(slice -> slice.workload() + "." + slice.block() + " " + slice.contender()
                        + (slice.twin() ? " again" : ""))
                .containsExactlyInAnyOrder(
                        "crud-200.0 threads",
                        "crud-200.0 threads again",
                        "crud-200.0 reactive",
                        "crud-200.0 virtual",
                        "crud-200.1 threads",
                        "crud-200.1 reactive",
                        "crud-200.1 reactive again",
                        "crud-200.1 virtual",
                        "external-50.0 threads",
                        "external-50.0 reactive");
        assertThat(results.slices()).extracting(Slice::position).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(results.slices()).extracting(Slice::startedAt).isSorted();
    }

    @Test
    void gatesWhatTakesTurnsByTheirOwnTime() {
        assertThat(results.slices())
                .filteredOn(slice -> slice.workload().equals("crud-200"))
                .allSatisfy(slice -> {
                    assertThat(slice.measuredSeconds()).as("two turns of 80 ms").isEqualTo(0.16);
                    assertThat(slice.findings()).extracting(Finding::kind).doesNotContain(Finding.Kind.RATE_MISSED);
                });
    }

    @Test
    void getsTheRightAnswersOnly() {
        assertThat(results.slices()).hasSize(10).allSatisfy(slice -> {
            assertThat(slice.errors()).as(slice.statuses().toString()).isZero();
            assertThat(slice.sent()).isEqualTo(slice.workload().equals("crud-200") ? 32 : 25);
            assertThat(Histograms.decode(slice.latencyMicros()).getTotalCount()).isEqualTo(slice.sent());
        });
    }

    @Test
    void waitsForTheSellersInTheExternalLoadOnly() {
        assertThat(results.slices())
                .filteredOn(slice -> slice.workload().equals("external-50"))
                .allSatisfy(slice -> assertThat(
                                Histograms.decode(slice.latencyMicros()).getMinValue())
                        .as("fastest answer in µs")
                        .isGreaterThanOrEqualTo(49_000));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void knowsWhatTheProcessesUsed() {
        assertThat(results.slices()).extracting(Slice::usage).allSatisfy(usage -> {
            assertThat(Stream.of(
                            usage.serviceCpuMillis(),
                            usage.serviceCompilerMillis(),
                            usage.voluntarySwitches(),
                            usage.involuntarySwitches(),
                            usage.databaseCpuMillis(),
                            usage.sellersCpuMillis(),
                            usage.generatorCpuMillis(),
                            usage.gcPauses(),
                            usage.gcPauseMillis(),
                            usage.databaseSessions(),
                            usage.serviceCpusBusy(),
                            usage.otherCpusBusy(),
                            usage.foreignCpu(),
                            usage.stolenCpu()))
                    .allMatch(Objects::nonNull);
            assertThat(usage.serviceRssBytes()).isPositive();
            assertThat(usage.servicePeakRssBytes()).isGreaterThanOrEqualTo(usage.serviceRssBytes());
            assertThat(usage.serviceThreads()).isPositive();
        });
    }

    @Test
    void keepsWhatTheWarmUpCost() {
        assertThat(results.warmUp())
                .extracting(Results.WarmUpStep::contender)
                .containsExactlyInAnyOrder("threads", "reactive", "virtual");
        assertThat(results.warmUp())
                .allSatisfy(step -> assertThat(step.seconds()).isEqualTo(WarmUp.STEP_SECONDS));
    }

    @Test
    void describesContendersAndMachine() {
        assertThat(results.contenders())
                .extracting(Results.Contender::name)
                .containsExactly("threads", "reactive", "virtual");
        assertThat(results.contenders())
                .extracting(contender -> contender.runtime().thread())
                .containsExactly("worker", "event-loop", "virtual");
        assertThat(results.contenders()).allSatisfy(contender -> {
            assertThat(contender.firstAnswerSeconds()).isPositive();
            assertThat(contender.jvmFlags())
                    .isEqualTo(results.contenders().getFirst().jvmFlags());
        });
        assertThat(results.environment().postgresSettings()).containsEntry("fsync", "off");
        assertThat(results.environment().serviceCpus()).isEqualTo(cpusBefore.serviceLabel());
        assertThat(results.runs().getFirst().seed()).isEqualTo(7);
    }

    @Test
    void writesEveryReport() {
        assertThat(folder.resolve("summary.md")).content().contains("threads", "reactive");
        assertThat(folder.resolve("report.html"))
                .content()
                .contains("gatling/threads/index.html", "gatling/reactive/index.html");
        for (String contender : CONTENDERS) {
            assertThat(folder.resolve("gatling").resolve(contender).resolve("index.html"))
                    .isNotEmptyFile();
        }
        assertThat(folder).isDirectoryNotContaining("glob:**/*.tmp");
    }

    @Test
    void tellsWhatItDoes() {
        assertThat(PROGRESS.said()).hasSize(2);
        assertThat(PROGRESS.said().getFirst())
                .startsWith("started: PostgreSQL 18")
                .contains("threads, reactive, virtual in ");
        assertThat(PROGRESS.said().getLast()).matches("contract: \\d+ checks × 3 contenders agree");
        assertThat(PROGRESS.steps())
                .contains(
                        "warm-up",
                        "blocks 1–2/2 · crud-200",
                        "block 1/1 · threads · external-50",
                        "Gatling's report · reactive");
    }

    @Test
    void leavesNoProcessNoPortAndNoFolder() {
        assertThat(FOLDERS).hasSize(1);
        assertThat(PROCESSES)
                .as("three contenders, sellers, generator, PostgreSQL")
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(Stream.concat(PROCESSES.stream(), CHILDREN.stream()))
                .filteredOn(ProcessHandle::isAlive)
                .isEmpty();
        assertThat(OwnRuns.processes(FOLDERS.getFirst())).isEmpty();
        assertThat(FOLDERS.getFirst()).doesNotExist();
        assertThat(results.contenders())
                .extracting(contender -> java.net.URI.create(contender.url()).getPort())
                .allMatch(Ports::isFree);
    }

    @Test
    void leavesItsOwnProgramOnTheCpusItCameWith() {
        assertThat(CpuSets.ofThisMachine()).isEqualTo(cpusBefore);
    }

    @Test
    void keepsWhatWasMeasuredOfAContenderThatDies() {
        assertThat(results.missing())
                .singleElement()
                .asString()
                .startsWith("virtual ended with exit code 137")
                .endsWith("Everything of virtual since block 1 of external-50 is missing.");
        assertThat(folder.resolve("report.html")).content().contains("Missing: virtual ended");
        assertThat(folder.resolve("gatling/virtual")).doesNotExist();
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }
}
