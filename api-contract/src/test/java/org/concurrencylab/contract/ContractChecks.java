package org.concurrencylab.contract;

import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/** What the topics of the suite have in common. */
interface ContractChecks {

    /** The service under test. */
    Api api();

    /** The external service behind it. Skips the check when the suite was given none. */
    default Sellers sellers() {
        Supplier<String> reason = () -> "needs --sellers URL: makes the external service fail";
        Assumptions.assumeTrue(api().target().sellers().isPresent(), reason);
        return new Sellers(api().target().sellers().orElseThrow());
    }
}
