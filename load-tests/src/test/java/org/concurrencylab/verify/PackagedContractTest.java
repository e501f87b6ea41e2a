package org.concurrencylab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.concurrencylab.api.RuntimeFacts;
import org.concurrencylab.contract.ContractTarget;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.Run;
import org.concurrencylab.environment.ServiceProcess;
import org.junit.jupiter.api.Test;

/** The contenders as the lab starts them: their packaging, their settings, the real sellers. */
class PackagedContractTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String FULL = "503 application/problem+json, after 1 s";

    /**
     * What of the suite a contender is asked. Each service's own tests ask all of it, with the driver all that reaches
     * the database; but virtual has none of its own.
     *
     * @param topics to run
     * @param fewest checks of these when this was written; fewer means that topics are no longer run
     */
    private record Selection(Predicate<String> topics, int fewest) {

        private static final Set<String> DRIVER_TOPICS =
                Set.of("ReadingContract", "PagingContract", "OrderContract", "RaceContract");

        /** What depends on the database's transactions. */
        private static final Set<String> WRITING_TOPICS = Set.of("OrderContract", "RaceContract");

        /** These and what depends on the packaging, the lab's settings, its sellers and the JVM's threads. */
        private static final Set<String> PACKAGED_TOPICS = Set.of(
                "OrderContract",
                "RaceContract",
                "OfferContract",
                "OffersContract",
                "GuardContract",
                "ForecastContract",
                "CoverContract",
                "ProtocolContract",
                "OperationsContract");

        static Selection of(ContenderSpec contender) {
            boolean virtual = contender.application().equals(ContenderSpec.VIRTUAL.application());
            if (contender.settings().containsKey("lab.persistence")) {
                return virtual
                        ? new Selection(DRIVER_TOPICS::contains, 90)
                        : new Selection(WRITING_TOPICS::contains, 36);
            }
            return virtual ? new Selection(topic -> true, 487) : new Selection(PACKAGED_TOPICS::contains, 185);
        }
    }

    private record Outcome(
            RuntimeFacts facts,
            ContractReport report,
            List<Path> halfCovers,
            Outage outage,
            Shutdown shutdown,
            Jam jam,
            Overfull overfull,
            Farewell farewell) {}

    @Test
    void everyPackagedContenderKeepsTheContractWithHibernateAndWithTheDriver() throws Exception {
        Map<ContenderSpec, Outcome> outcomes = outcomes();

        assertThat(outcomes).hasSize(2 * ContenderSpec.USUAL.size());
        SoftAssertions.assertSoftly(softly -> outcomes.forEach((contender, outcome) -> {
            ContractReport report = outcome.report();
            softly.assertThat(report.failed()).as(contender.name()).isEmpty();
            softly.assertThat(report.skipped())
                    .as(contender.name())
                    // Those that a hand-out leaves to its students.
                    .allMatch(skipped -> skipped.message().startsWith("Assignment "));
            if (report.skipped().isEmpty()) {
                softly.assertThat(report.checks())
                        .as(contender.name())
                        .isGreaterThanOrEqualTo(Selection.of(contender).fewest());
            }
            softly.assertThat(report.passed()).as(contender.name()).isTrue();
            softly.assertThat(outcome.halfCovers()).as(contender.name()).isEmpty();
            softly.assertThat(outcome.facts().contender()).isEqualTo(contender.name());
            softly.assertThat(outcome.facts().persistence())
                    .as(contender.name())
                    .isEqualTo(contender.settings().getOrDefault("lab.persistence", "hibernate"));
            softly.assertThat(outcome.outage()).as(contender.name()).isEqualTo(new Outage(503, 503, 200));
            softly.assertThat(outcome.shutdown())
                    .as(contender.name())
                    .isEqualTo(new Shutdown(Set.of("503 application/problem+json"), 200));
            softly.assertThat(outcome.jam())
                    .as(contender.name())
                    .isEqualTo(new Jam(Map.of("503 application/problem+json, with Retry-After", Jam.READS), 200));
            softly.assertThat(outcome.overfull())
                    .as(contender.name())
                    .isEqualTo(new Overfull(Map.of("200", Overfull.MOST, FULL, 1), FULL, FULL, Overfull.OK));
            softly.assertThat(outcome.farewell())
                    .as(contender.name())
                    .isEqualTo(new Farewell(
                            Collections.nCopies(Farewell.ORDERS, 201),
                            503,
                            Farewell.ORDERS,
                            Farewell.ENDED_BY_SIGTERM));
        }));
    }

    private static Map<ContenderSpec, Outcome> outcomes() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Map<ContenderSpec, Outcome>>> running = new ArrayList<>();
            ContenderSpec.USUAL.forEach(contender -> running.add(threads.submit(() -> outcomes(contender))));
            Map<ContenderSpec, Outcome> outcomes = new LinkedHashMap<>();
            for (Future<Map<ContenderSpec, Outcome>> pair : running) {
                outcomes.putAll(pair.get());
            }
            return outcomes;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LabFailure failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /**
     * One packaging with Hibernate and with the driver, in turn, on a database and sellers of their own: the suite
     * walks the whole catalogue, and makes the sellers fail for everyone who calls them.
     */
    private static Map<ContenderSpec, Outcome> outcomes(ContenderSpec contender) throws Exception {
        try (Run run = Run.begin()) {
            int cpus = CpuSets.ofThisMachine().serviceCpus();
            LabStack stack = LabStack.start(run, List.of(limited(contender), limited(contender.withDriver())), cpus);
            List<URI> urls =
                    stack.contenders().stream().map(ServiceProcess::url).toList();
            List<ContractReport> reports = stack.contenders().stream()
                    .map(service -> report(service, stack.sellers().url()))
                    .toList();
            List<List<Path>> halfCovers = stack.contenders().stream()
                    .map(service -> halfCovers(ServiceProcess.covers(run)
                            .resolve(service.contender().name())))
                    .toList();
            List<Outage> outages = Outage.of(urls, stack.database());
            List<Shutdown> shutdowns = Shutdown.of(urls, run, stack.database());
            List<Jam> jams = Jam.of(urls, stack.database());
            List<Overfull> overfull = new ArrayList<>();
            List<RuntimeFacts> facts = new ArrayList<>();
            for (ServiceProcess service : stack.contenders()) {
                overfull.add(Overfull.of(service.url(), service.management(), stack.database()));
                facts.add(facts(service.url()));
            }
            Map<ContenderSpec, Outcome> outcomes = new LinkedHashMap<>();
            for (int i = 0; i < urls.size(); i++) {
                outcomes.put(
                        stack.contenders().get(i).contender(),
                        new Outcome(
                                facts.get(i),
                                reports.get(i),
                                halfCovers.get(i),
                                outages.get(i),
                                shutdowns.get(i),
                                jams.get(i),
                                overfull.get(i),
                                Farewell.of(stack.contenders().get(i), stack.database())));
            }
            return outcomes;
        }
    }

    /** With room for fewer requests at once, so that a test can fill it; more than the suite ever sends. */
    private static ContenderSpec limited(ContenderSpec contender) {
        Map<String, String> settings = new HashMap<>(contender.settings());
        settings.put("lab.requests-under-way", String.valueOf(Overfull.MOST));
        return new ContenderSpec(contender.name(), contender.application(), settings, contender.jvmFlags());
    }

    private static ContractReport report(ServiceProcess service, URI sellers) {
        ContractTarget target = new ContractTarget(service.url(), Optional.of(sellers));
        return ContractRunner.run(target, Selection.of(service.contender()).topics());
    }

    /** What uploads that ended early have left, once the service has had the time to see that they did. */
    private static List<Path> halfCovers(Path folder) {
        Await.until(() -> parts(folder).isEmpty(), PATIENCE);
        return parts(folder);
    }

    private static List<Path> parts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".part")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeFacts facts(URI service) throws IOException {
        try (InputStream answer = service.resolve("/runtime").toURL().openStream()) {
            return new ObjectMapper().readValue(answer, RuntimeFacts.class);
        }
    }
}
