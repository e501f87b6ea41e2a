package org.concurrencylab.grade;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabProcess;
import org.concurrencylab.environment.Run;

/** Packages both services of a project with Maven, in a process of its own. */
final class Build {

    /** The compiler names a warning that breaks the build a warning. */
    private static final Pattern COMPILER =
            Pattern.compile("\\[(?:ERROR|WARNING)] (\\S.*\\.java):\\[(\\d+),\\d+] (.*)");

    private static final String HINT =
            "./lab mvn -pl blocking-service,reactive-service -am -DskipTests package builds the same; warnings are errors.";

    private Build() {}

    /** Why it cannot be built; empty when it was. */
    static Optional<Lack> of(Run run, Path project) {
        LabProcess maven = LabProcess.start(run, "build", command(project), environment());
        try {
            return maven.waitFor() == 0 ? Optional.empty() : Optional.of(lack(project, maven.output(), maven.reason()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailure("The build was interrupted.", e);
        }
    }

    private static List<String> command(Path project) {
        return List.of(
                System.getenv().getOrDefault("LAB_MVN", "mvn"),
                "-f",
                project.resolve("pom.xml").toString(),
                "--batch-mode",
                "--no-transfer-progress",
                // A submission brings no dependencies of its own, and the repository that grades is built.
                "--offline",
                // The services do not need each other.
                "--threads",
                "2",
                "-DskipTests",
                // Nothing here needs a processor, and JDK 21 would look for some in every dependency.
                "-Dmaven.compiler.proc=none",
                "-pl",
                "blocking-service,reactive-service",
                "-am",
                "package");
    }

    /** The JVM does not live long enough to repay the second compiler's work, nor a second collector thread. */
    private static Map<String, String> environment() {
        String options = System.getenv().getOrDefault("MAVEN_OPTS", "");
        return Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "MAVEN_OPTS",
                (options + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g").strip());
    }

    /**
     * What the compiler says first, or what Maven says.
     *
     * @param output of Maven
     * @param otherwise the line that says why, when it was not the compiler
     */
    static Lack lack(Path project, List<String> output, String otherwise) {
        return output.stream()
                .map(COMPILER::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(match -> lack(
                        match.group(1).replace(project + "/", ""), Integer.parseInt(match.group(2)), match.group(3)))
                .orElseGet(() -> new Lack("It does not build: " + otherwise, HINT));
    }

    private static Lack lack(String file, int line, String message) {
        return new Lack("It does not compile: %s, line %d: %s".formatted(file, line, message), HINT, file, line);
    }
}
