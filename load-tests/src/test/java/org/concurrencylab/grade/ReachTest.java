package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.concurrencylab.environment.LabHome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void makeBoth() throws IOException {
        for (String copy : new String[] {"home", "project"}) {
            for (String module : new String[] {"api-contract", "blocking-service", "reactive-service"}) {
                Files.createDirectories(folder.resolve(copy).resolve(module).resolve("target/classes"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.nio.file.Files.readString(java.nio.file.Path.of(\"/etc/passwd\")) | opens files",
                "new java.util.Scanner(new java.io.File(\"/etc/passwd\")).next() | opens files",
                "java.nio.file.Path.of(\"a\").toFile() | opens files",
                "new java.io.FileReader(\"/etc/passwd\").read() | opens files",
                "Runtime.getRuntime().exec(new String[] {\"sh\"}) | starts processes",
                "new ProcessBuilder(\"sh\").start() | starts processes",
                "Class.forName(\"java.io.File\") | loads classes or native code by name"
            })
    void findsWhatNoLabNeeds(String expression, String words) throws IOException {
        compile("project", "reactive-service", "a.Out", "{ Object o = " + expression + "; }");

        Lack lack =
                Reach.beyond(folder.resolve("home"), folder.resolve("project")).orElseThrow();

        assertThat(lack.reason()).isEqualTo("a.Out " + words + ", which no lab needs: it was not started.");
        assertThat(lack.file()).isEqualTo("reactive-service/src/main/java/a/Out.java");
    }

    @Test
    void findsItInALambdaOfAnInnerClass() throws IOException {
        String body = "{} static class In { Runnable r = () -> System.out.println(new java.io.File(\"a\")); }";
        compile("project", "api-contract", "a.Out", body);

        assertThat(Reach.beyond(folder.resolve("home"), folder.resolve("project")))
                .map(Lack::file)
                .contains("api-contract/src/main/java/a/Out.java");
    }

    @Test
    void leavesToAClassWhatItDoesInTheRepository() throws IOException {
        String body = "{ Object o = new java.io.File(\"a\"); }";
        compile("home", "api-contract", "a.Out", body);
        compile("project", "api-contract", "a.Out", body);

        assertThat(Reach.beyond(folder.resolve("home"), folder.resolve("project")))
                .isEmpty();

        compile("project", "api-contract", "a.Other", body);

        assertThat(Reach.beyond(folder.resolve("home"), folder.resolve("project")))
                .isPresent();
    }

    @Test
    void hasNothingAgainstWhatLabsAreSolvedWith() throws IOException {
        String body = """
                {
                    Object lock = new java.util.concurrent.locks.ReentrantLock();
                    Object cpus = Runtime.getRuntime().availableProcessors() + 5L + 0.5;
                    Object profile = java.util.Map.of("java.io", "Files");
                    Object path = java.nio.file.Path.of("a");
                    Runnable task = () -> System.out.println(lock + "" + cpus);
                }
                """;
        compile("project", "blocking-service", "a.Out", body);

        assertThat(Reach.beyond(folder.resolve("home"), folder.resolve("project")))
                .isEmpty();
    }

    @Test
    void hasNothingAgainstTheRepositoryItself() {
        assertThat(Reach.beyond(LabHome.find(), LabHome.find())).isEmpty();
    }

    private void compile(String copy, String module, String name, String constructor) throws IOException {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        Path source = Files.writeString(folder.resolve(simple + ".java"), """
                package a;
                class %s { %s %s }
                """.formatted(
                        simple, constructor.startsWith("{}") ? "" : "void run() throws Exception ", constructor));
        Path classes = folder.resolve(copy).resolve(module).resolve("target/classes");
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
        assertThat(status).isZero();
        try (Stream<Path> compiled = Files.walk(classes)) {
            assertThat(compiled).anyMatch(file -> file.toString().endsWith(simple + ".class"));
        }
    }
}
