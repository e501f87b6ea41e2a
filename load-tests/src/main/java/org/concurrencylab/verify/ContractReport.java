package org.concurrencylab.verify;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What the contract suite found.
 *
 * @param service the service that was checked
 * @param checks how many checks ran to their end, those that failed included
 * @param failed the checks that failed
 * @param skipped the checks that could not be made
 * @param took how long it took
 */
public record ContractReport(URI service, int checks, List<Finding> failed, List<Finding> skipped, Duration took) {

    /**
     * One check and what became of it.
     *
     * @param check its name, such as {@code RaceContract.neverSellsACopyTwice [1]}
     * @param message why it failed or was skipped, on one line
     */
    public record Finding(String check, String message) {}

    /** Whether the service keeps the contract as far as it was checked. */
    public boolean passed() {
        return checks > 0 && failed.isEmpty();
    }
}
