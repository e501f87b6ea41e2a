package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.LabHome;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.Run;
import org.concurrencylab.environment.SellersProcess;
import org.concurrencylab.environment.ServiceProcess;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The graders on the packaged services as they are, and with settings that bring back the mistake of the starting
 * point. What has to be built first is graded by {@code ./lab grade --self-test}.
 */
class GradersTest {

    private static final String GATEWAY = "quarkus.fault-tolerance.\"org.concurrencylab.books.SellerGateway/quote\".";

    private static final Map<Integer, Map<String, String>> MISTAKES = Map.of(
            7, Map.of("lab.wrong.seller-call", "blocking"),
            8, Map.of("lab.wrong.orders", "unlocked"),
            9,
                    Map.of(
                            GATEWAY + "bulkhead.value",
                            "1000",
                            GATEWAY + "circuit-breaker.request-volume-threshold",
                            "1000000"));

    /** Whose solution is the repository as it is. */
    static List<Assignment> mending() {
        return Assignments.all().stream()
                .filter(each -> !Expected.isTheRepository(folder(each)))
                .toList();
    }

    /** Whose start is the repository as it is. */
    static List<Assignment> extending() {
        return Assignments.all().stream()
                .filter(each -> Expected.isTheRepository(folder(each)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("mending")
    void whatIsRightHasAllPoints(Assignment assignment) {
        Grade grade = grade(assignment, Map.of());

        assertThat(grade.lacks()).isEmpty();
        assertThat(grade.points()).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("mending")
    void theMistakeIsToldTheHintOfTheStart(Assignment assignment) {
        Grade grade = grade(assignment, MISTAKES.get(assignment.number()));

        assertThat(Expected.of(folder(assignment)).getFirst().objection(grade)).isEqualTo(Optional.empty());
        assertThat(grade.lacks())
                .allSatisfy(
                        lack -> assertThat(LabHome.find().resolve(lack.file())).isRegularFile());
    }

    @ParameterizedTest
    @MethodSource("extending")
    void whatIsNotYetThereIsToldTheHintOfTheStart(Assignment assignment) {
        Grade grade = grade(assignment, Map.of());

        assertThat(Expected.of(folder(assignment)).getFirst().objection(grade)).isEqualTo(Optional.empty());
    }

    private static Path folder(Assignment assignment) {
        return LabHome.find().resolve("assignments").resolve(assignment.folder());
    }

    private static Grade grade(Assignment assignment, Map<String, String> mistakes) {
        Map<String, String> settings = new HashMap<>(assignment.settings());
        settings.putAll(mistakes);
        try (Run run = Run.begin()) {
            Database database = Database.start(run);
            SellersProcess sellers = SellersProcess.start(run);
            List<ServiceProcess> services = assignment.contenders().stream()
                    .map(spec -> spec.builtIn(LabHome.find(), settings))
                    .map(spec -> ServiceProcess.start(run, spec, database, sellers.url(), 1))
                    .toList();
            LabStack stack = new LabStack(database, sellers, services);
            return new Grade(assignment.folder(), assignment.marks(stack), 0);
        }
    }
}
