package org.concurrencylab.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Compares the sources of the two services. What may differ stands in {@link Permitted} and {@link DriverSettings};
 * anything else is a drift, which biases the measurement or hides the lesson of {@code diff -r}.
 */
final class ParityChecker {

    private ParityChecker() {}

    /** One sentence for each drift, in the order of files, Java, settings, poms; empty when there is none. */
    static List<String> drifts(ParsedService blocking, ParsedService reactive) {
        List<String> drifts = new ArrayList<>(FileDrifts.between(blocking.tree(), reactive.tree()));
        SortedMap<String, JavaFile> blockingJava = JavaReader.read(blocking.java());
        SortedMap<String, JavaFile> reactiveJava = JavaReader.read(reactive.java());
        drifts.addAll(JavaDrifts.between(blockingJava, reactiveJava));
        drifts.addAll(ThreadDrifts.in(blockingJava, reactiveJava));
        drifts.addAll(SettingDrifts.between(blocking, reactive));
        drifts.addAll(PomDrifts.between(blocking.tree(), reactive.tree()));
        return List.copyOf(drifts);
    }
}
