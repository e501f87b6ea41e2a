package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The graders on the packaged services as they are, and with the mistakes that their switches turn on, which are those
 * of the starting points. What takes longer is graded by {@code ./lab grade --self-test}: what has to be built first,
 * labs that extend the repository, and lab 9, whose limit to calls of sellers is none that lab 7 could live with.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GradersTest {

    private static final Map<String, String> WRONG =
            Map.of("lab.wrong.orders", "unlocked", "lab.wrong.seller-call", "blocking");

    private Run run;
    private LabStack right;
    private LabStack wrong;

    /** Whose solution is the repository as it is, and whose settings go together. */
    static List<Assignment> mending() {
        return Assignments.all().stream()
                .filter(each -> !Expected.isTheRepository(folder(each)))
                .filter(each -> !(each instanceof HangingSellerLab))
                .toList();
    }

    @BeforeAll
    void startBoth() {
        run = Run.begin();
        Database database = Database.start(run);
        SellersProcess sellers = SellersProcess.start(run);
        Map<String, String> settings = new HashMap<>();
        mending().forEach(each -> settings.putAll(each.settings()));
        right = start(database, sellers, settings);
        settings.putAll(WRONG);
        wrong = start(database, sellers, settings);
    }

    @AfterAll
    void end() {
        run.close();
    }

    @ParameterizedTest
    @MethodSource("mending")
    void whatIsRightHasAllPoints(Assignment assignment) {
        Grade grade = grade(assignment, right);

        assertThat(grade.lacks()).isEmpty();
        assertThat(grade.points()).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("mending")
    void theMistakeIsToldTheHintOfTheStart(Assignment assignment) {
        Grade grade = grade(assignment, wrong);

        assertThat(Expected.of(folder(assignment)).getFirst().objection(grade)).isEqualTo(Optional.empty());
        assertThat(grade.lacks())
                .filteredOn(lack -> !lack.file().isEmpty())
                .isNotEmpty()
                .allSatisfy(
                        lack -> assertThat(LabHome.find().resolve(lack.file())).isRegularFile());
    }

    private static Path folder(Assignment assignment) {
        return LabHome.find().resolve("assignments").resolve(assignment.folder());
    }

    private LabStack start(Database database, SellersProcess sellers, Map<String, String> settings) {
        List<ServiceProcess> services = ContenderSpec.USUAL.stream()
                .map(spec -> spec.builtIn(LabHome.find(), settings))
                .map(spec -> ServiceProcess.start(run, spec, database, sellers.url(), 1))
                .toList();
        return new LabStack(database, sellers, services);
    }

    private static Grade grade(Assignment assignment, LabStack stack) {
        return new Grade(assignment.folder(), assignment.marks(stack), 0);
    }
}
