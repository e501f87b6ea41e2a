package org.concurrencylab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.experiments.Sources.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    private static final String ASYNCHRONOUS = """
            package org.concurrencylab.books;

            import io.smallrye.mutiny.Uni;
            import java.util.List;
            import org.concurrencylab.api.Book;

            /** Not code. */
            class Shelf {
                // Nor is this.
                Uni<Book> find(List<Long> ids) {
                    String text = "// code";
                    return ask(ids.stream().map(id -> id + 1).toList())
                            .onFailure().transform(e -> {
                                if (e == null) {
                                    throw new IllegalStateException();
                                }
                                return e;
                            })
                            .map(found -> found); /* the end */
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void countsLinesOfCodeOnly() {
        assertThat(Sources.lines(ASYNCHRONOUS))
                .hasSize(13)
                .contains("String text = \"// code\";", ".map(found -> found);")
                .noneMatch(line -> line.contains("Not code") || line.contains("Nor is"));
    }

    @Test
    void countsOperatorsOfUnisButNotThoseOfStreams() throws IOException {
        Facts facts = facts(ASYNCHRONOUS);

        assertThat(facts.operators()).as("onFailure, transform, map").isEqualTo(3);
        assertThat(facts.methods().get("find").operators()).isEqualTo(3);
        assertThat(facts(ASYNCHRONOUS.replace("import io.smallrye.mutiny.Uni;", ""))
                        .operators())
                .isZero();
    }

    @Test
    void countsHowDeepLambdasAndBlocksLieInOneAnother() throws IOException {
        assertThat(facts(ASYNCHRONOUS).nesting()).as("if in lambda").isEqualTo(2);
        assertThat(facts("class Flat { int one() { return 1; } }").nesting()).isZero();
    }

    @Test
    void namesTheTypesThatAReaderHasToKnowBesideOurs() throws IOException {
        assertThat(facts(ASYNCHRONOUS).types()).containsExactlyInAnyOrder("io.smallrye.mutiny.Uni", "java.util.List");
    }

    @Test
    void keepsTheTextOfAMethod() throws IOException {
        assertThat(facts(ASYNCHRONOUS).methods().get("find").text())
                .startsWith("Uni<Book> find(List<Long> ids) {", "    String text = \"// code\";")
                .endsWith("}");
    }

    @Test
    void findsTheLinesThatTheOtherLacks() {
        assertThat(Sources.own(List.of("a", "b", "c", "d"), List.of("a", "x", "c", "b", "d")))
                .isEqualTo(1);
        assertThat(Sources.own(List.of("a", "x", "c", "b", "d"), List.of("a", "b", "c", "d")))
                .isEqualTo(2);
    }

    @Test
    void saysInASentenceThatThereAreNoSources() {
        assertThatThrownBy(() -> Sources.read(folder.resolve("nowhere")))
                .isInstanceOf(LabFailure.class)
                .hasMessageStartingWith("Sources cannot be counted: there is no folder ");
    }

    @Test
    void countsBothServicesOfThisProject() {
        Answer answer = new Code().answer(new Code().measure(null));

        assertThat(answer.verdict()).contains("blocking ", " 0 asynchronous operators", "reactive ");
        assertThat(answer.exhibits())
                .extracting(Answer.Exhibit::title)
                .allMatch(title -> title.matches("\\w+\\.\\w+, .*"));
    }

    private Facts facts(String text) throws IOException {
        Files.writeString(folder.resolve("Shelf.java"), text);
        return Sources.read(folder).get("Shelf");
    }
}
