package org.concurrencylab.bench;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.concurrencylab.environment.Leftovers;
import org.concurrencylab.environment.Run;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab cost}: what one request costs any HTTP service, in CPU time, beside its rate and latency. */
@Command(
        name = "cost",
        description = "Measures requests/s, latency and CPU time per request of any HTTP services, interleaved.",
        mixinStandardHelpOptions = true)
public final class CostCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "[name=]URL[@PID]",
            description = "What to GET; {id} becomes a random number from 1 to 10000."
                    + " Without any, the lab's own contenders are started, pinned and asked for a book.")
    private List<String> targets = List.of();

    @Option(names = "--pid", description = "Process whose CPU time counts, for a single URL.")
    private Long pid;

    @Option(names = "--connections", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "32")
    private int connections;

    @Option(
            names = "--seconds",
            description = "Measured per round and target. Default: ${DEFAULT-VALUE}.",
            defaultValue = "10")
    private int seconds;

    @Option(
            names = "--warmup",
            description = "Seconds of load on each target first. Default: ${DEFAULT-VALUE}.",
            defaultValue = "30")
    private int warmup;

    @Option(names = "--rounds", description = "Visits to each target. Default: ${DEFAULT-VALUE}.", defaultValue = "5")
    private int rounds;

    @Option(names = "--pin-service", paramLabel = "CPUS", description = "Keep the services on these CPUs meanwhile.")
    private Optional<String> serviceCpus;

    @Option(names = "--pin-load", paramLabel = "CPUS", description = "Keep this process on these CPUs meanwhile.")
    private Optional<String> loadCpus;

    @Option(names = "--header", paramLabel = "NAME:VALUE", description = "Sent with each request; may be repeated.")
    private List<String> headers = List.of();

    /** Runs the command on its own; exits with 1 on failed requests or targets, and with 2 on bad usage. */
    public static void main(String... args) {
        System.exit(new CommandLine(new CostCommand()).execute(args));
    }

    /** Measures and prints; 1 when any answer was not a 200 or a target could not be measured. */
    @Override
    public Integer call() throws InterruptedException {
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        if (!targets.isEmpty()) {
            return measure(plan());
        }
        Leftovers.ofThisUser().reap().forEach(spec.commandLine().getOut()::println);
        try (Run run = Run.begin()) {
            OwnContenders contenders = OwnContenders.start(run);
            targets = contenders.targets();
            serviceCpus = serviceCpus.or(contenders::serviceCpus);
            loadCpus = loadCpus.or(contenders::otherCpus);
            return measure(plan());
        }
    }

    private int measure(CostPlan plan) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            var costs = new RequestCost(plan, err::println).measure();
            CostTable.print(plan, costs, out);
            boolean clean = costs.values().stream()
                    .flatMap(List::stream)
                    .allMatch(round -> round.failures() == 0 && round.answers() > 0);
            return clean ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (CostException failed) {
            err.println(failed.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private CostPlan plan() {
        requirePositive("--connections", connections);
        requirePositive("--seconds", seconds);
        requirePositive("--rounds", rounds);
        require(warmup >= 0, "--warmup must not be negative.");
        List<CostTarget> parsed = targets.stream().map(this::target).toList();
        require(pid == null || parsed.size() == 1, "--pid goes with a single URL; give name=URL@PID for several.");
        long names = parsed.stream().map(CostTarget::name).distinct().count();
        require(names == parsed.size(), "Two targets have the same name; give name=URL for each.");
        return new CostPlan(
                pid == null ? parsed : List.of(parsed.getFirst().withPid(pid)),
                connections,
                Duration.ofSeconds(warmup),
                Duration.ofSeconds(seconds),
                rounds,
                headers(),
                serviceCpus,
                loadCpus);
    }

    private CostTarget target(String text) {
        try {
            return CostTarget.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new ParameterException(spec.commandLine(), malformed.getMessage());
        }
    }

    private Map<String, String> headers() {
        Map<String, String> parsed = new LinkedHashMap<>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            require(colon > 0, "\"" + header + "\" is not a header: give NAME:VALUE.");
            parsed.put(
                    header.substring(0, colon).strip(),
                    header.substring(colon + 1).strip());
        }
        return parsed;
    }

    private void requirePositive(String option, int value) {
        require(value > 0, option + " must be at least 1.");
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }
}
