package org.concurrencylab.environment;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Clears up at once after a runner that was killed with no chance to do so. A shell, which costs a megabyte, sleeps on
 * a pipe from the runner. A line in the pipe ends it; the end of the pipe means that the runner died, and the shell
 * starts this class. Quarkus services and PostgreSQL cannot notice the death of their parent by themselves.
 */
final class Guard implements AutoCloseable {

    private static final String SCRIPT =
            "trap '' INT TERM HUP QUIT; read -r finished && exit 0; sleep 0.1; exec \"$@\"";

    private final Process shell;

    private Guard(Process shell) {
        this.shell = shell;
    }

    /** The reaper's own main: the argument is the base of the run folders. */
    public static void main(String[] arguments) {
        new Leftovers(Path.of(arguments[0])).reap();
    }

    static Guard start(Path base) throws IOException {
        List<String> command = List.of(
                "sh",
                "-c",
                SCRIPT,
                "guard",
                Jvm.executable(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                Jvm.classPath(),
                Guard.class.getName(),
                base.toString());
        return new Guard(new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try (var pipe = shell.getOutputStream()) {
            pipe.write("finished\n".getBytes(StandardCharsets.US_ASCII));
        }
        if (!shell.waitFor(1, TimeUnit.SECONDS)) {
            shell.destroyForcibly();
        }
    }
}
