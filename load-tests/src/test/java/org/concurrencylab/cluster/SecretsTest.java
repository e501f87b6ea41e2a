package org.concurrencylab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.concurrencylab.environment.LabHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret is in the repository, nor in what it makes an image of. */
class SecretsTest {

    private static final List<Pattern> SECRETS = Stream.of(
                    "-----BEGIN [A-Z ]*PRIVATE KEY",
                    "\\bAKIA[0-9A-Z]{16}\\b",
                    "\\bgh[pousr]_[A-Za-z0-9]{36}\\b",
                    "\\bxox[abprs]-[A-Za-z0-9-]{10,}",
                    "\\beyJ[A-Za-z0-9_-]{15,}\\.[A-Za-z0-9_-]{15,}",
                    // Digits alone are a port.
                    "(?i)://[^/\\s:@\"'$]+:(?![0-9]+@)[^/\\s:@\"'$]+@",
                    "(?im)^[\\s\"'-]*[\\w.\"-]*(password|passwd|secret|api[_-]?key|token)[\"']?[ \\t]*[:=][ \\t]*[\"']?[^\\s\"'${<]{3,}")
            .map(Pattern::compile)
            .toList();

    /** Files in which a name before a colon or an equals sign has its value behind it. */
    private static final Pattern SETTINGS =
            Pattern.compile(".*(\\.(properties|ya?ml|json|xml|conf|toml|env|sh)|Dockerfile[^/]*|/lab|run)");

    /** It guards books that everyone has, in a cluster on a laptop; k8s/README.md says how to replace it. */
    private static final Set<String> KNOWN = Set.of(
            "k8s/base/kustomization.yaml: - password=local-only",
            // That Kubernetes gives no pod a token, which is the opposite of one.
            "automountServiceAccountToken: false");

    @Test
    void theRepositoryHoldsNone() throws Exception {
        Path home = LabHome.find();
        List<String> files = tracked(home);
        List<String> found = new ArrayList<>();
        for (String file : files) {
            Path path = home.resolve(file);
            if (Files.isRegularFile(path)) {
                found.addAll(secrets(file, Files.readString(path, StandardCharsets.ISO_8859_1)));
            }
        }
        assertThat(files).contains("pom.xml", "k8s/base/kustomization.yaml");
        assertThat(found).isEmpty();
    }

    /** Written in two parts, so that this file does not hold them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.properties quarkus.datasource.pass~word=hunter2",
                "a.yaml   - name: x\n  api~Key: \"abcdef\"",
                "a.json {\n\"client_sec~ret\": \"abcdef\"",
                "Dockerfile ENV X=1\nTOK~EN=abcdef",
                "A.java \"postgresql:~//me:hunter2@db/lab\"",
                "id_rsa -----BEGIN RSA PRIV~ATE KEY-----",
                "A.java \"AKIA~ABCDEFGHIJKLMNOP\"",
                "A.java ghp~_abcdefghijklmnopqrstuvwxyz0123456789",
            })
    void eachKindWouldBeFound(String sample) {
        String[] fileAndText = sample.replace("~", "").split(" ", 2);
        assertThat(secrets(fileAndText[0], fileAndText[1])).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocking-service", "reactive-service", "load-tests"})
    void anImageHoldsOnlyWhatTheBuildHasMade(String module) throws IOException {
        Path folder = LabHome.find().resolve(module);
        List<String> ignored = Files.readAllLines(folder.resolve(".dockerignore"));
        assertThat(ignored).startsWith("*");
        assertThat(ignored.stream().filter(line -> line.startsWith("!")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("!target/"));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> recipes = files.filter(
                            file -> file.getFileName().toString().startsWith("Dockerfile"))
                    .toList();
            assertThat(recipes).isNotEmpty();
            for (Path recipe : recipes) {
                assertThat(Files.readAllLines(recipe).stream().filter(line -> line.matches("(COPY|ADD) .*")))
                        .isNotEmpty()
                        .allMatch(line -> line.startsWith("COPY target/"));
            }
        }
    }

    private static List<String> secrets(String file, String text) {
        List<String> found = new ArrayList<>();
        for (Pattern secret : SECRETS) {
            boolean named = secret.pattern().startsWith("(?im)");
            Matcher matcher = secret.matcher(text);
            while ((!named || SETTINGS.matcher(file).matches()) && matcher.find()) {
                String words = matcher.group().strip();
                if (!KNOWN.contains(words) && !KNOWN.contains(file + ": " + words)) {
                    found.add(file + ": " + words);
                }
            }
        }
        return found;
    }

    private static List<String> tracked(Path home) throws IOException {
        assumeTrue(Files.exists(home.resolve(".git")), "this copy of the project has no history");
        Process git = new ProcessBuilder("git", "-C", home.toString(), "ls-files", "-z")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return List.of(names.split("\0"));
    }
}
