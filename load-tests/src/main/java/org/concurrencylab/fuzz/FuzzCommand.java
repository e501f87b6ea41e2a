package org.concurrencylab.fuzz;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.Leftovers;
import org.concurrencylab.environment.LiveHeap;
import org.concurrencylab.environment.Run;
import org.concurrencylab.environment.ServiceProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lab fuzz}: the same hostile requests to every contender. Exit code 1 for what should not have happened. */
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description = "Send hostile requests to all contenders, and compare what they do with them.",
        footer = {
            "",
            "Requests are made of openapi.yaml, right ones among them. Found are answers of 5xx, none at all, answers",
            "that differ between the contenders, changes that were not acknowledged, and memory that is not given back."
        })
public final class FuzzCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "100000",
            description = "For each contender, at most 10,000,000 (default: 100,000).")
    private int requests;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Makes the same requests again (default: another one each time).")
    private Long seed;

    @Option(names = "--show", paramLabel = "N", description = "Print the request of this number instead.")
    private Integer shown;

    @Override
    public Integer call() throws InterruptedException {
        if (requests < 2 || requests > 10_000_000) {
            throw new ParameterException(spec.commandLine(), "--requests goes from 2 to 10,000,000");
        }
        if (shown != null && seed == null) {
            throw new ParameterException(spec.commandLine(), "--show needs the --seed that the request was made of");
        }
        PrintWriter out = spec.commandLine().getOut();
        long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE) : seed;
        Fuzzer fuzzer = new Fuzzer(Api.read(), chosen);
        if (shown != null) {
            out.println(fuzzer.request(shown).shown());
            return 0;
        }
        Leftovers.ofThisUser().reap().forEach(out::println);
        out.printf("%,d requests to each of %s (seed %d) ...%n", requests, String.join(", ", names()), chosen);
        out.flush();
        FuzzReport report = new FuzzReport(fuzzer, harvests(fuzzer));
        report.lines().forEach(out::println);
        return report.isClean() ? 0 : 1;
    }

    private static List<String> names() {
        return ContenderSpec.USUAL.stream().map(ContenderSpec::name).toList();
    }

    private List<Harvest> harvests(Fuzzer fuzzer) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Harvest>> feedings = ContenderSpec.USUAL.stream()
                    .map(each -> (Callable<Harvest>) () -> harvest(each, fuzzer))
                    .toList();
            List<Harvest> harvests = new ArrayList<>();
            for (Future<Harvest> each : threads.invokeAll(feedings)) {
                harvests.add(each.get());
            }
            return harvests;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LabFailure failure
                    ? failure
                    : new LabFailure("The requests could not be sent: " + e.getCause() + ".", e);
        }
    }

    /** With a database and sellers of its own, so that the same requests find the same books. */
    private Harvest harvest(ContenderSpec contender, Fuzzer fuzzer) {
        try (Run run = Run.begin()) {
            int cpus = CpuSets.ofThisMachine().serviceCpus();
            LabStack stack = LabStack.start(run, List.of(contender), cpus);
            stack.sellers().behave(SellerBehaviour.PROMPT);
            ServiceProcess service = stack.contenders().getFirst();
            return new Feeding(
                            contender.name(),
                            service.url(),
                            fuzzer,
                            Shelf.of(stack.database()),
                            () -> LiveHeap.bytes(service.pid()))
                    .feed(requests);
        }
    }
}
