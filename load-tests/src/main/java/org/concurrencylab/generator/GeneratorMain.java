package org.concurrencylab.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The generator process. Takes {@link SliceRequest}s on standard input and tells {@link SliceEvent}s on standard
 * output; whatever else prints goes to standard error. Ends at once when standard input ends: then the runner is gone.
 */
public final class GeneratorMain {
    private final PrintStream protocol;
    private final SliceRunner runner = new SliceRunner();

    private GeneratorMain(PrintStream protocol) {
        this.protocol = protocol;
    }

    /** Takes no arguments. */
    public static void main(String[] args) throws InterruptedException {
        PrintStream protocol = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        BlockingQueue<String> requests = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().name("requests").start(() -> receive(requests));
        GeneratorMain main = new GeneratorMain(protocol);
        main.tell(new SliceEvent.Ready());
        while (true) {
            main.serve(requests.take());
        }
    }

    private static void receive(BlockingQueue<String> requests) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            in.lines().forEach(requests::add);
        } catch (IOException | RuntimeException e) {
            // A broken pipe means the same as its end.
        }
        // No orderly shutdown: the load must stop with its runner, in the middle of a slice too.
        Runtime.getRuntime().halt(0);
    }

    private void serve(String line) throws InterruptedException {
        try {
            tell(
                    switch (Wire.message(line, GeneratorRequest.class)) {
                        case SliceRequest slice -> new SliceEvent.Done(runner.run(slice, this::tell));
                        case ReportRequest report -> reported(report);
                    });
        } catch (JsonProcessingException e) {
            tell(new SliceEvent.Failed("Not a slice that can be run: " + firstLine(e.getOriginalMessage())));
        } catch (IOException | RuntimeException | Error e) {
            e.printStackTrace();
            tell(new SliceEvent.Failed("Gatling could not run the slice: " + firstLine(String.valueOf(e))));
        }
    }

    private SliceEvent reported(ReportRequest request) throws IOException, InterruptedException {
        Path page = runner.report(request.slice(), Path.of(request.folder()), this::tell);
        return new SliceEvent.Reported(page.toString());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private synchronized void tell(SliceEvent event) {
        protocol.println(Wire.line(event));
        protocol.flush();
    }
}
