package org.concurrencylab.chaos;

/**
 * One fault of one contender.
 *
 * @param contender that it struck
 * @param fault by name
 * @param does what it did, in one sentence
 * @param recovery how the service came through
 * @param withinSeconds in which it had to
 * @param audit the ledger compared with the database
 * @param unanswered writes that were made and whose customer had to be answered, and was not
 * @param sameProcess whether the service's process lived on; true where the fault was its end
 */
record Trial(
        String contender,
        String fault,
        String does,
        Recovery recovery,
        double withinSeconds,
        Audit audit,
        long unanswered,
        boolean sameProcess) {

    /** Whether it was well again in time, by itself. */
    boolean recovered() {
        return sameProcess && recovery.isWithin(withinSeconds);
    }

    /** Whether nothing was lost, nothing oversold, everybody answered who had to be, and it recovered. */
    boolean passed() {
        return recovered() && audit.isClean() && unanswered == 0;
    }
}
