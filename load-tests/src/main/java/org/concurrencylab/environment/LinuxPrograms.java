package org.concurrencylab.environment;

import java.io.IOException;

/** Small programs that Linux brings along (util-linux), for what Java has no call. */
final class LinuxPrograms {

    private LinuxPrograms() {}

    /** Whether this is Linux, and the program is there. */
    static boolean have(String name) {
        return ProcFiles.exist() && SearchPath.find(name).isPresent();
    }

    /**
     * Runs one to its end, whatever that is; callers look at what it was to change.
     *
     * @throws LabFailure when it cannot be started
     */
    static void run(String... command) {
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new LabFailure(command[0] + " cannot be started: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
