package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;

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

    static List<Assignment> assignments() {
        return Assignments.all();
    }

    @BeforeAll
    void startBoth() {
        run = Run.begin();
        Database database = Database.start(run);
        SellersProcess sellers = SellersProcess.start(run);
        Map<String, String> settings = new HashMap<>();
        Assignments.all().forEach(each -> settings.putAll(each.settings()));
        right = new LabStack(database, sellers, start(database, sellers, settings));
        settings.putAll(WRONG);
        wrong = new LabStack(database, sellers, start(database, sellers, settings));
    }

    @AfterAll
    void end() {
        run.close();
    }

    @ParameterizedTest
    @MethodSource("assignments")
    void whatIsRightHasAllPoints(Assignment assignment) {
        Grade grade = new Grade(assignment.folder(), assignment.marks(right), 0);

        assertThat(grade.lacks()).isEmpty();
        assertThat(grade.points()).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("assignments")
    void theMistakeIsToldTheHintOfTheStart(Assignment assignment) {
        Grade grade = new Grade(assignment.folder(), assignment.marks(wrong), 0);

        Expected start = Expected.of(LabHome.find().resolve("assignments").resolve(assignment.folder()))
                .getFirst();
        assertThat(start.objection(grade)).isEqualTo(Optional.empty());
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

    private List<ServiceProcess> start(Database database, SellersProcess sellers, Map<String, String> settings) {
        List<ServiceProcess> services = new ArrayList<>();
        for (ContenderSpec spec : ContenderSpec.USUAL) {
            ContenderSpec configured = spec.builtIn(LabHome.find(), settings);
            services.add(ServiceProcess.start(run, configured, database, sellers.url(), 1));
        }
        return services;
    }
}
