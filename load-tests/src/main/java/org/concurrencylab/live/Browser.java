package org.concurrencylab.live;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Opens a page in the default browser, with the operating system's own command: java.awt needs a display. */
public final class Browser {

    private static final long QUICK_FAILURE_MILLIS = 500;

    private final List<String> command;

    /** @param command that opens the URL which is added to it */
    Browser(List<String> command) {
        this.command = List.copyOf(command);
    }

    /**
     * The default browser.
     *
     * @param prefix command that starts it, e.g. one that keeps it off some CPUs; empty for none
     */
    public static Browser ofThisMachine(List<String> prefix) {
        return new Browser(Stream.concat(prefix.stream(), commandOf(System.getProperty("os.name")).stream())
                .toList());
    }

    static List<String> commandOf(String os) {
        String name = os.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler");
        }
        return List.of(name.startsWith("mac") ? "open" : "xdg-open");
    }

    /**
     * Opens the page, or does not.
     *
     * @return whether it seems to have worked; a command that goes on has most likely started a browser
     */
    public boolean open(URI page) {
        try {
            Process process = new ProcessBuilder(Stream.concat(command.stream(), Stream.of(page.toString()))
                            .toList())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            return !process.waitFor(QUICK_FAILURE_MILLIS, TimeUnit.MILLISECONDS) || process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
