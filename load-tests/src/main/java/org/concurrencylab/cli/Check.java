package org.concurrencylab.cli;

/**
 * One thing that the lab needs or likes.
 *
 * @param verdict how it is
 * @param name of the thing
 * @param found what there is
 * @param remedy the command or the step that mends it; empty when nothing is to be mended
 */
record Check(Verdict verdict, String name, String found, String remedy) {

    /** OK; WEAK: works, but figures are worse for it; MISSING: {@code ./lab compare} cannot run. */
    enum Verdict {
        OK,
        WEAK,
        MISSING
    }

    static Check ok(String name, String found) {
        return new Check(Verdict.OK, name, found, "");
    }

    /** OK when it is, else the given verdict. */
    static Check of(boolean isOk, Verdict otherwise, String name, String found, String remedy) {
        return isOk ? ok(name, found) : new Check(otherwise, name, found, remedy);
    }
}
