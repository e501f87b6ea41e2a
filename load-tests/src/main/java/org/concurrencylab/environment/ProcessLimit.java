package org.concurrencylab.environment;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The operating system's own limit to the processes and threads of a user, which holds even those that multiply faster
 * than anybody can look. Linux only, with util-linux; never for root, whom the system does not limit.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/getrlimit.2.html">RLIMIT_NPROC</a>
 */
final class ProcessLimit {

    private static final String PROGRAM = "prlimit";
    private static final String ROOT = "0";

    private ProcessLimit() {}

    /**
     * What a command has to begin with so that this user can have so many more than now; empty where none can be set.
     */
    static List<String> prefix(int more) {
        String user = user("self");
        if (user.isEmpty() || user.equals(ROOT) || !isThere()) {
            return List.of();
        }
        long now = ProcFiles.numbersIn("").stream()
                .filter(process -> user(process.toString()).equals(user))
                .mapToLong(process -> Long.parseLong(field(process.toString(), "Threads", "0")))
                .sum();
        return List.of(PROGRAM, "--nproc=" + (now + more));
    }

    /** The real one, which is whose processes count. */
    private static String user(String process) {
        return field(process, "Uid", "").split("\\s+")[0];
    }

    private static String field(String process, String name, String otherwise) {
        return ProcFiles.read(process + "/status")
                .flatMap(status -> ProcFiles.field(status, name))
                .orElse(otherwise);
    }

    private static boolean isThere() {
        try {
            Process trial = new ProcessBuilder(PROGRAM, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor(1, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
