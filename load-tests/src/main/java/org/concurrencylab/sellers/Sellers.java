package org.concurrencylab.sellers;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.concurrencylab.api.SellerBehaviour;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The stub of the external service as a process of its own; lives until it is ended. */
@Command(
        name = "sellers",
        description = "A stand-in for the slow external service; its behaviour is set with PUT /control.",
        mixinStandardHelpOptions = true)
public final class Sellers implements Callable<Integer> {

    /** What the one line on standard output starts with when the stub is ready; the URL follows. */
    public static final String READY = "sellers ready at ";

    /**
     * Flags of a JVM that holds 10,000 waiting requests within 256 MB of resident memory. One waiting connection takes
     * about 10 kB of heap. Serial is the collector that needs least memory itself; the first compiler tier alone saves
     * 30 MB and the bursts of work of the second, which would fall on the load generator's core.
     */
    public static final List<String> JVM_FLAGS = List.of(
            "-Xms32m",
            "-Xmx144m",
            "-Xmn16m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxDirectMemorySize=48m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    @Option(
            names = "--port",
            description = "Port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).",
            defaultValue = "${sys:sellers.port:-0}")
    private int port;

    @Option(
            names = "--host",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).",
            defaultValue = "${sys:sellers.host:-" + SellersServer.LOOPBACK + "}")
    private String host;

    @Option(
            names = "--delay",
            description = "Wait before each answer, in milliseconds (default: ${DEFAULT-VALUE}).",
            defaultValue = "${sys:sellers.delay:-0}")
    private int delayMillis;

    @Option(
            names = "--end-with-parent",
            description = "End when standard input is closed, as it is when the starting process dies.")
    private boolean endWithParent;

    private Sellers() {}

    /** Runs until the process is ended; exits with 1 when it cannot listen and 2 on bad usage. */
    public static void main(String... args) {
        // The default would load a whole logging library for nothing, and print to standard output.
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        int code = new CommandLine(new Sellers()).execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            return fail("--port must be from 0 to 65535.", CommandLine.ExitCode.USAGE);
        }
        try {
            SellersServer server = SellersServer.start(host, port, SellerBehaviour.delayedBy(delayMillis));
            System.out.println(READY + server.url());
        } catch (IOException | IllegalArgumentException refused) {
            return fail(refused.getMessage(), CommandLine.ExitCode.SOFTWARE);
        }
        if (endWithParent) {
            Thread.ofPlatform().daemon().name("parent-watch").start(Sellers::endAtEndOfInput);
        }
        return CommandLine.ExitCode.OK;
    }

    private static int fail(String sentence, int code) {
        System.err.println(sentence);
        return code;
    }

    private static void endAtEndOfInput() {
        try {
            while (System.in.read() >= 0) {}
        } catch (IOException closed) {
            // The same as its end.
        }
        System.exit(0);
    }
}
