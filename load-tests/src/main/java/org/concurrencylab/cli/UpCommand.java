package org.concurrencylab.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.LabStack.Place;
import org.concurrencylab.environment.Leftovers;
import org.concurrencylab.environment.Ports;
import org.concurrencylab.environment.Run;
import org.concurrencylab.environment.ServiceProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./lab up}: everything runs until Ctrl-C. */
@Command(
        name = "up",
        description = "Start the database, the sellers and all contenders; stop with Ctrl-C.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    static final int USUAL_PORT_BASE = 8080;

    private static final int SELLERS = 10;
    private static final int LOWEST_BASE = 1023;
    private static final int HIGHEST_BASE = 65_535 - SELLERS;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "" + USUAL_PORT_BASE,
            description = "The contenders listen on N+1, N+2 and N+3, the sellers on N+10 (default: 8080).")
    private int portBase;

    @Override
    public Integer call() throws InterruptedException {
        if (portBase < LOWEST_BASE || portBase > HIGHEST_BASE) {
            throw new ParameterException(
                    spec.commandLine(), "--port-base goes from " + LOWEST_BASE + " to " + HIGHEST_BASE);
        }
        PrintWriter out = spec.commandLine().getOut();
        Leftovers.ofThisUser().reap().forEach(out::println);
        List<Place> places = IntStream.range(0, ContenderSpec.USUAL.size())
                .mapToObj(i -> new Place(ContenderSpec.USUAL.get(i), portBase + 1 + i))
                .toList();
        places.forEach(place -> Ports.requireFree(
                place.port(), "the contender " + place.spec().name() + " (choose others with --port-base)"));
        Ports.requireFree(portBase + SELLERS, "the sellers (choose others with --port-base)");
        try (Run run = Run.begin()) {
            out.println("Starting PostgreSQL, the sellers and "
                    + String.join(
                            ", ",
                            ContenderSpec.USUAL.stream()
                                    .map(ContenderSpec::name)
                                    .toList()) + " ...");
            out.flush();
            int cpus = Runtime.getRuntime().availableProcessors();
            LabStack stack = LabStack.startOn(run, places, portBase + SELLERS, cpus);
            print(stack, run, out);
            throw stack.awaitTrouble();
        }
    }

    private static void print(LabStack stack, Run run, PrintWriter out) {
        out.println();
        for (ServiceProcess contender : stack.contenders()) {
            out.printf("  %-10s %s/books%n", contender.contender().name(), contender.url());
            out.printf("  %-10s %s/q/health  /q/metrics%n", "", contender.management());
        }
        out.printf("  %-10s /q/swagger-ui  /q/openapi  /runtime%n", "  each has");
        out.printf("  %-10s %s/control%n", "sellers", stack.sellers().url());
        out.printf(
                "  %-10s psql postgresql://%s@127.0.0.1:%d/postgres%n",
                "database", stack.database().user(), stack.database().port());
        out.printf("  %-10s %s%n", "logs", run.log("threads").getParent());
        out.println();
        out.println("Ctrl-C stops all of it.");
        out.flush();
    }
}
