package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concurrencylab.environment.ContenderSpec;
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

    static List<Assignment> assignments() {
        return Assignments.all();
    }

    @ParameterizedTest
    @MethodSource("assignments")
    void whatIsRightHasAllPoints(Assignment assignment) {
        Grade grade = grade(assignment, Map.of());

        assertThat(grade.lacks()).isEmpty();
        assertThat(grade.points()).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("assignments")
    void theMistakeIsToldTheHintOfTheStart(Assignment assignment) {
        Grade grade = grade(assignment, MISTAKES.get(assignment.number()));

        Expected start = Expected.of(LabHome.find().resolve("assignments").resolve(assignment.folder()))
                .getFirst();
        assertThat(start.objection(grade)).isEqualTo(Optional.empty());
        assertThat(grade.lacks())
                .filteredOn(lack -> !lack.file().isEmpty())
                .isNotEmpty()
                .allSatisfy(
                        lack -> assertThat(LabHome.find().resolve(lack.file())).isRegularFile());
    }

    private static Grade grade(Assignment assignment, Map<String, String> mistakes) {
        Map<String, String> settings = new HashMap<>(assignment.settings());
        settings.putAll(mistakes);
        try (Run run = Run.begin()) {
            Database database = Database.start(run);
            SellersProcess sellers = SellersProcess.start(run);
            List<ServiceProcess> services = ContenderSpec.USUAL.stream()
                    .map(spec -> spec.builtIn(LabHome.find(), settings))
                    .map(spec -> ServiceProcess.start(run, spec, database, sellers.url(), 1))
                    .toList();
            LabStack stack = new LabStack(database, sellers, services);
            return new Grade(assignment.folder(), assignment.marks(stack), 0);
        }
    }
}
