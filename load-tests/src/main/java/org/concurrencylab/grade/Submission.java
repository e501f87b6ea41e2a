package org.concurrencylab.grade;

import java.nio.file.Path;
import java.util.Map;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.Run;
import org.concurrencylab.environment.ServiceProcess;

/**
 * What is graded.
 *
 * @param project the copy that was built, with the files that the assignment takes
 * @param running database, sellers and the assignment's contenders
 * @param run owns all that is started
 */
public record Submission(Path project, LabStack running, Run run) {

    /** One event loop, so that whatever blocks it blocks everybody. */
    static final int CPUS = 1;

    /** Starts one more contender of it, beside the assignment's own. The caller closes it. */
    ServiceProcess start(ContenderSpec spec) {
        return ServiceProcess.start(
                run,
                spec.builtIn(project, Map.of()).shortLived(),
                running.database(),
                running.sellers().url(),
                CPUS);
    }
}
