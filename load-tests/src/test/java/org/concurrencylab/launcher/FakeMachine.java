package org.concurrencylab.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.concurrencylab.environment.SearchPath;

/**
 * A project, a home and a PATH of the test's own, so that nothing installed on the real machine is found. All folders
 * have a space in their names.
 */
final class FakeMachine {
    private static final List<String> TOOLS = List.of(
            "sh",
            "cat",
            "chmod",
            "dirname",
            "find",
            "grep",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "rmdir",
            "sed",
            "sleep",
            "sort",
            "tr");
    private static final List<String> MODULES =
            List.of("api-contract", "blocking-service", "reactive-service", "load-tests");

    final Path project;
    final Path home;
    final Path path;
    final Path stamp;
    private final Path root;
    private final Path mavenCalls;
    private final Map<String, String> environment = new TreeMap<>();

    FakeMachine(Path folder) throws IOException {
        root = Files.createDirectory(folder.toRealPath().resolve("a machine"));
        project = Files.createDirectory(root.resolve("the project"));
        home = Files.createDirectory(root.resolve("the home"));
        path = Files.createDirectory(root.resolve("the path"));
        mavenCalls = root.resolve("maven calls");
        stamp = project.resolve("load-tests/target/lab.stamp");
        for (String tool : TOOLS) {
            Files.createSymbolicLink(path.resolve(tool), installed(tool));
        }
        set("PATH", path).set("HOME", home).set("LAB_JDK_DIRS", root + "/jdks/*");
        Files.copy(Path.of("..", "lab"), project.resolve("lab"), COPY_ATTRIBUTES);
        Files.copy(Path.of("..", "pom.xml"), project.resolve("pom.xml"));
        for (String module : MODULES) {
            Files.createDirectories(project.resolve(module).resolve("src"));
            Files.writeString(project.resolve(module).resolve("pom.xml"), "<project/>");
            Files.writeString(source(module), "class Source {}");
        }
        age(project, Duration.ofHours(2));
    }

    FakeMachine set(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    Path source(String module) {
        return project.resolve(module).resolve("src/Source.java");
    }

    /** A JDK in one of the usual folders, described by a release file. */
    Path jdk(int feature) throws IOException {
        return jdkAt(root.resolve("jdks/jdk " + feature), feature);
    }

    Path jdkAt(Path folder, int feature) throws IOException {
        script(folder.resolve("bin/javac"), "");
        script(folder.resolve("bin/java"), """
                [ "$1" != -version ] || { echo 'openjdk version "%d.0.1" 2026-01-01' >&2; exit; }
                echo "JVM of ${0%%/bin/java}"
                echo "pid $$"
                printf '%%s\\n' "$@"
                """.formatted(feature));
        Files.writeString(folder.resolve("release"), "OS_NAME=\"any\"\nJAVA_VERSION=\"" + feature + ".0.1\"\n");
        return folder;
    }

    /**
     * A Maven on the PATH that records its arguments, one in brackets a line, and pretends to build; it fails while a
     * file named "broken" lies in the project.
     */
    FakeMachine maven(String version) throws IOException {
        script(path.resolve("mvn"), """
                [ "$1" != --version ] || { printf '\\033[1mApache Maven %s\\033[m\\n'; exit; }
                printf '[%%s]\\n' call "$@" >>"%s"
                cd "%s"
                [ ! -e broken ] || { echo '[ERROR] Source.java:[1,1] broken'; exit 7; }
                for argument; do
                    case $argument in
                        package | verify)
                            mkdir -p %s
                            echo "$PWD/lab" >load-tests/target/classpath
                            ;;
                        -DoutputDirectory=*)
                            mkdir -p "${argument#*=}/apache-maven-3.9.16/bin"
                            cat "$0" >"${argument#*=}/apache-maven-3.9.16/bin/mvn"
                            ;;
                    esac
                done
                """.formatted(
                        version, mavenCalls, project, String.join("/target ", MODULES) + "/target"));
        return this;
    }

    /** What Maven was asked to do, apart from telling its version; one list of arguments for each call. */
    List<List<String>> mavenCalls() throws IOException {
        var calls = new ArrayList<List<String>>();
        if (Files.exists(mavenCalls)) {
            for (String line : Files.readAllLines(mavenCalls)) {
                if (line.equals("[call]")) {
                    calls.add(new ArrayList<>());
                } else {
                    calls.getLast().add(line.substring(1, line.length() - 1));
                }
            }
        }
        return calls;
    }

    Outcome lab(String... arguments) throws IOException, InterruptedException {
        return finish(start(project.resolve("lab"), arguments));
    }

    /** Starts the launcher through the given path, from a folder that is not the project. */
    Process start(Path launcher, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    static Outcome finish(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The launcher hangs.");
        }
        return new Outcome(
                process.pid(),
                process.exitValue(),
                new String(process.getInputStream().readAllBytes(), UTF_8)
                        .lines()
                        .toList(),
                new String(process.getErrorStream().readAllBytes(), UTF_8)
                        .lines()
                        .toList());
    }

    static void age(Path tree, Duration age) throws IOException {
        var then = FileTime.from(Instant.now().minus(age));
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, then);
            }
        }
    }

    private static void script(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + file + " executable.");
        }
    }

    private static Path installed(String tool) {
        return SearchPath.find(tool).orElseThrow(() -> new AssertionError("This machine has no " + tool + "."));
    }
}
