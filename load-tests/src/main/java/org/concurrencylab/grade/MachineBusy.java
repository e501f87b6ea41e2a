package org.concurrencylab.grade;

import org.concurrencylab.environment.LabFailure;

/** What was measured says more of this machine than of the submission, which therefore gets no grade. */
final class MachineBusy extends LabFailure {

    MachineBusy(String sentence) {
        super(sentence);
    }
}
