package org.concurrencylab.grade;

/**
 * Why points are missing.
 *
 * @param reason what is wrong, in one sentence
 * @param hint what to look at next, without the solution
 * @param file where, relative to the submission; empty when no file is to be named
 * @param line of the file, from 1
 */
public record Lack(String reason, String hint, String file, int line) {

    /** One that belongs to a file as a whole. */
    public Lack(String reason, String hint, String file) {
        this(reason, hint, file, 1);
    }

    /** One that belongs to no file. */
    public Lack(String reason, String hint) {
        this(reason, hint, "");
    }
}
