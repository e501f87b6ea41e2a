package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The graders on the packaged services as they are, and with the mistakes that their switches turn on, which are those
 * of the starting points. What has to be built first is graded by {@code ./lab grade --self-test}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GradersTest {

    private static final Map<String, String> WRONG =
            Map.of("lab.wrong.orders", "unlocked", "lab.wrong.seller-call", "blocking");

    private Run run;
    private LabStack right;
    private LabStack wrong;

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

    @BeforeAll
    void startBoth() {
        run = Run.begin();
        Database database = Database.start(run);
        SellersProcess sellers = SellersProcess.start(run);
        Map<String, String> settings = new HashMap<>();
        mending().forEach(each -> settings.putAll(each.settings()));
        right = new LabStack(database, sellers, start(database, sellers, settings));
        settings.putAll(WRONG);
        wrong = new LabStack(database, sellers, start(database, sellers, settings));
    }

    @AfterAll
    void end() {
        run.close();
    }

    @ParameterizedTest
    @MethodSource("mending")
    void whatIsRightHasAllPoints(Assignment assignment) {
        Grade grade = new Grade(assignment.folder(), assignment.marks(right), 0);

        assertThat(grade.lacks()).isEmpty();
        assertThat(grade.points()).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("mending")
    void theMistakeIsToldTheHintOfTheStart(Assignment assignment) {
        Grade grade = new Grade(assignment.folder(), assignment.marks(wrong), 0);

        assertThat(Expected.of(folder(assignment)).getFirst().objection(grade)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("extending")
    void whatIsNotYetThereIsToldTheHintOfTheStart(Assignment assignment) {
        Grade grade = new Grade(assignment.folder(), assignment.marks(right), 0);

        assertThat(Expected.of(folder(assignment)).getFirst().objection(grade)).isEqualTo(Optional.empty());
    }

    @Test
    void aLackNamesTheFileOfItsService() {
        assertThat(wrong.contenders())
                .extracting(service -> Looks.source(service, "Any"))
                .containsExactly(
                        "blocking-service/src/main/java/org/concurrencylab/books/Any.java",
                        "blocking-service/src/main/java/org/concurrencylab/books/Any.java",
                        "reactive-service/src/main/java/org/concurrencylab/books/Any.java");
    }

    private static Path folder(Assignment assignment) {
        return LabHome.find().resolve("assignments").resolve(assignment.folder());
    }

    private List<ServiceProcess> start(Database database, SellersProcess sellers, Map<String, String> settings) {
        List<ServiceProcess> services = new ArrayList<>();
        for (ContenderSpec spec : ContenderSpec.USUAL) {
            ContenderSpec configured = spec.builtIn(LabHome.find(), settings);
            services.add(ServiceProcess.start(run, configured, database, sellers.url(), 1));
        }
        return services;
    }
}
