package org.concurrencylab.sellers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;

/** The stub as a child process of this one, which ends with it. */
public final class SellersChild implements AutoCloseable {

    private static final long GRACE_SECONDS = 5;

    private final Process process;
    private final String url;

    private SellersChild(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts the stub with {@link Sellers#JVM_FLAGS} and waits until it is ready.
     *
     * @param arguments of {@link Sellers}, for instance {@code --port 8090}
     * @throws IOException with one sentence, when it ended before it was ready
     */
    public static SellersChild start(String... arguments) throws IOException {
        Process process =
                new ProcessBuilder(command(arguments)).redirectErrorStream(true).start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var before = new StringJoiner(" ");
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(Sellers.READY)) {
                Thread.ofVirtual().start(() -> output.lines().forEach(System.err::println));
                return new SellersChild(process, line.substring(Sellers.READY.length()));
            }
            before.add(line);
        }
        throw new IOException("The sellers stub did not start: " + before);
    }

    /** The command line that runs the stub on this JVM's runtime and class path, ending with its parent. */
    public static List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Sellers.JVM_FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Sellers.class.getName()));
        command.add("--end-with-parent");
        command.addAll(List.of(arguments));
        return command;
    }

    /** Where it listens, for instance {@code http://127.0.0.1:41234}. */
    public String url() {
        return url;
    }

    /** The process, for its id, memory and CPU time. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Ends the stub; forcibly, if it does not within 5 s. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
