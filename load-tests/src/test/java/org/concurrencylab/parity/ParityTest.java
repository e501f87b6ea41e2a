package org.concurrencylab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParityTest {
    private ParsedService blocking;
    private ParsedService reactive;

    @BeforeAll
    void readBothServices() throws IOException {
        blocking = ParsedService.read(Path.of("..", Permitted.BLOCKING));
        reactive = ParsedService.read(Path.of("..", Permitted.REACTIVE));
    }

    @Test
    void theServicesDifferOnlyWhereTheConcurrencyModelForcesThem() {
        assertThat(ParityChecker.drifts(blocking, reactive)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.concurrencylab.parity.OneChange#all")
    void findsOneChangeAndNothingElse(OneChange change) {
        List<String> drifts = drifts(change);

        assertThat(drifts).hasSameSizeAs(change.expected());
        assertThat(change.expected())
                .allSatisfy(expected -> assertThat(drifts).anyMatch(drift -> drift.contains(expected)));
    }

    @Test
    void findsAFileThatOneServiceHas() {
        ParsedService more =
                ParsedService.of(blocking.tree().with(ServiceTree.BOOKS + "Helper.java", "class Helper {}"));

        assertThat(ParityChecker.drifts(more, reactive))
                .containsExactly(
                        "Files: src/main/java/org/concurrencylab/books/Helper.java is in blocking-service only.");
    }

    @Test
    void findsATestThatOneServiceLacks() {
        ParsedService less =
                ParsedService.of(reactive.tree().without("src/test/java/org/concurrencylab/books/ContractTest.java"));

        assertThat(ParityChecker.drifts(blocking, less))
                .singleElement()
                .asString()
                .contains("ContractTest.java is in blocking-service only");
    }

    @Test
    void findsThatTheTimeoutsMadeInJavaAreGone() {
        ParsedService less = ParsedService.of(reactive.tree().without(DriverSettings.SETTERS));

        assertThat(ParityChecker.drifts(blocking, less))
                .contains("Files: %s is in blocking-service only.".formatted(DriverSettings.SETTERS))
                .anyMatch(drift -> drift.contains("the connect timeout cannot be told in reactive-service"));
    }

    @Test
    void findsTwoMethodsThatChangedPlaces() {
        ParsedService swapped = ParsedService.of(reactive.tree()
                .swapping(
                        ServiceTree.BOOKS + "BookStore.java",
                        "    /** The book, or null. */",
                        "    /** At most so many books",
                        "    /** The new book"));

        assertThat(ParityChecker.drifts(blocking, swapped))
                .containsExactly("BookStore.java, BookStore: the order differs from method find in blocking-service,"
                        + " where reactive-service has method page.");
    }

    @Test
    void findsTwoDependenciesThatChangedPlaces() {
        String dependency = "    <dependency>\n      <groupId>io.quarkus</groupId>\n      <artifactId>";
        ParsedService swapped = ParsedService.of(blocking.tree()
                .swapping(
                        ServiceTree.POM,
                        dependency + "quarkus-smallrye-health<",
                        dependency + "quarkus-swagger-ui<",
                        dependency + "quarkus-micrometer"));

        assertThat(ParityChecker.drifts(swapped, reactive))
                .singleElement()
                .asString()
                .startsWith("pom.xml, dependencies: the order differs from quarkus-swagger-ui");
    }

    @Test
    void findsThatTheMarkedSectionHasNoEnd() {
        ParsedService open =
                ParsedService.of(reactive.tree().replacing(ServiceTree.PROPERTIES, Configuration.CLOSING, "#"));

        assertThat(ParityChecker.drifts(blocking, open))
                .anyMatch(drift -> drift.startsWith("Settings: reactive-service has no section from"));
    }

    @Test
    void findsThatBothServicesLeaveASettingToItsDefault() {
        String backlog = "quarkus.http.accept-backlog=16384\n";

        assertThat(ParityChecker.drifts(
                        ParsedService.of(blocking.tree().replacing(ServiceTree.PROPERTIES, backlog, "")),
                        ParsedService.of(reactive.tree().replacing(ServiceTree.PROPERTIES, backlog, ""))))
                .containsExactly(
                        "Settings: quarkus.http.accept-backlog must be set in blocking-service.",
                        "Settings: quarkus.http.accept-backlog must be set in reactive-service.");
    }

    @Test
    void findsThatTheReportedSellerTimeoutIsNotTheOneThatHolds() {
        String timeout = "lab.seller-timeout=";
        String longer = timeout + "1";

        assertThat(ParityChecker.drifts(
                        ParsedService.of(blocking.tree().replacing(ServiceTree.PROPERTIES, timeout, longer)),
                        ParsedService.of(reactive.tree().replacing(ServiceTree.PROPERTIES, timeout, longer))))
                .hasSize(2)
                .allMatch(drift -> drift.matches("Settings: lab.seller-timeout is PT\\w+ and"
                        + " quarkus.rest-client.sellers.read-timeout is PT\\w+ in (blocking|reactive)-service."));
    }

    private List<String> drifts(OneChange change) {
        return change.service().equals(Permitted.BLOCKING)
                ? ParityChecker.drifts(blocking.as(change.in(blocking.tree())), reactive)
                : ParityChecker.drifts(blocking, reactive.as(change.in(reactive.tree())));
    }
}
