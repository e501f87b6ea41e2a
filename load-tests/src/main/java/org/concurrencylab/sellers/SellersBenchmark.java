package org.concurrencylab.sellers;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.concurrencylab.environment.OpenFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows that the stub, as a process of its own, holds 10,000 delayed requests at once within 256 MB. */
@Command(
        name = "sellers-benchmark",
        description = "Holds many delayed requests in a sellers process and prints what that costs.",
        mixinStandardHelpOptions = true)
public final class SellersBenchmark implements Callable<Integer> {

    /** The most resident memory the stub may take while it holds 10,000 requests, in MiB. */
    static final long LIMIT_MEGABYTES = 256;

    /** Open files that this process needs besides its connections. */
    private static final long SPARE_FILES = 500;

    @Option(names = "--requests", description = "Requests at once (default: ${DEFAULT-VALUE}).", defaultValue = "10000")
    private int requests;

    @Option(
            names = "--delay",
            description = "How long the stub holds each, in milliseconds (default: ${DEFAULT-VALUE}).",
            defaultValue = "2000")
    private int delayMillis;

    private SellersBenchmark() {}

    /** Exits with 1 when not all requests were held at once and answered, or the memory limit was passed. */
    public static void main(String... args) {
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        System.exit(new CommandLine(new SellersBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        var files = OpenFiles.limit();
        if (files.isPresent() && files.getAsLong() < requests + SPARE_FILES) {
            System.err.printf(
                    "This shell allows %d open files, and %d connections need %d: raise it with ulimit -n %3$d.%n",
                    files.getAsLong(), requests, requests + SPARE_FILES);
            return 1;
        }
        try (var sellers = SellersChild.start();
                var held = new HeldRequests(sellers)) {
            Duration before = cpu(sellers);
            var result = held.run(requests, delayMillis);
            print(result, cpu(sellers).minus(before));
            return passed(result) ? 0 : 1;
        } catch (IOException failed) {
            System.err.println(failed.getMessage());
            return 1;
        }
    }

    private void print(HeldRequests.Result result, Duration cpu) {
        System.out.printf("held at once      %,d of %,d%n", result.peakInFlight(), requests);
        System.out.printf("answered          %,d%n", result.answered());
        System.out.printf("errors            %,d%n", result.errors());
        result.memory()
                .ifPresentOrElse(
                        memory -> System.out.printf(
                                "RSS afterwards    %d MB, peak %d MB (limit %d MB)%n",
                                memory.megabytes(), memory.peakMegabytes(), LIMIT_MEGABYTES),
                        () -> System.out.println("RSS               unknown on this system"));
        System.out.printf(
                "CPU per request   %.3f ms, connecting and the cold start included%n",
                (double) cpu.toMillis() / requests);
        if (result.errors() == 0 && result.peakInFlight() < requests) {
            System.out.println("The first were answered before the last were sent: give a longer --delay.");
        }
    }

    private boolean passed(HeldRequests.Result result) {
        return result.peakInFlight() == requests
                && result.errors() == 0
                && result.memory()
                        .filter(memory -> memory.peakMegabytes() > LIMIT_MEGABYTES)
                        .isEmpty();
    }

    private static Duration cpu(SellersChild sellers) {
        return sellers.handle().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
