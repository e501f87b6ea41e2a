package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FittedTest {

    private static final Plan PLAN = Plan.full();

    @Test
    void leavesAPlanAsItIsOnAMachineThatIsFastEnough() {
        assertThat(Fitted.to(Plan.WARM_UP_PER_SECOND, PLAN)).isEqualTo(Fitted.untried(PLAN));
    }

    @Test
    void saysWhatASlowMachineIsOfferedAndWhy() {
        Fitted fitted = Fitted.to(1_200, PLAN);

        assertThat(fitted.plan()).isEqualTo(PLAN.slowedTo(1_200));
        assertThat(fitted.remark())
                .hasValue("This machine is slow: warming up, the contenders together carried 1,200/s at most and not"
                        + " 3,500/s. So they are offered what they can carry: crud-500 instead of crud-1500.");
    }

    @Test
    void namesEveryWorkloadThatItChanges() {
        assertThat(Fitted.to(700, PLAN).remark().orElseThrow())
                .endsWith("crud-300 instead of crud-1500, external-300 instead of external-500.");
    }
}
