package org.concurrencylab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concurrencylab.environment.LabHome;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Keeps what libraries log off the terminal. */
final class Logging {

    private static final long MOST_BYTES = 5_000_000;

    private Logging() {}

    /** To be called before any logger is made: then it is too late. */
    static void toFile() {
        Path file = file();
        try {
            if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
                Files.delete(file);
            }
        } catch (IOException e) {
            System.err.println("lab: cannot clear the log " + file + ".");
        }
        System.setProperty("lab.log", file.toString());
        System.setProperty("logback.configurationFile", "logback-lab.xml");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    static Path file() {
        return LabHome.logs().resolve("lab.log");
    }
}
