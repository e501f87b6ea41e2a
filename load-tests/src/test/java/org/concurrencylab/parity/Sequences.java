package org.concurrencylab.parity;

import java.util.ArrayList;
import java.util.List;

/** Compares what two files hold, and in which order. */
final class Sequences {

    private Sequences() {}

    /** The drifts between two lists of names, none of which is there twice. */
    static List<String> drifts(String where, List<String> blocking, List<String> reactive) {
        List<String> drifts = new ArrayList<>();
        only(blocking, reactive).forEach(name -> drifts.add(oneSided(where, name, Permitted.BLOCKING)));
        only(reactive, blocking).forEach(name -> drifts.add(oneSided(where, name, Permitted.REACTIVE)));
        List<String> inBlocking = blocking.stream().filter(reactive::contains).toList();
        List<String> inReactive = reactive.stream().filter(blocking::contains).toList();
        for (int i = 0; i < inBlocking.size(); i++) {
            if (!inBlocking.get(i).equals(inReactive.get(i))) {
                drifts.add("%s: the order differs from %s in %s, where %s has %s."
                        .formatted(
                                where, inBlocking.get(i), Permitted.BLOCKING, Permitted.REACTIVE, inReactive.get(i)));
                break;
            }
        }
        return drifts;
    }

    private static List<String> only(List<String> here, List<String> there) {
        return here.stream().filter(name -> !there.contains(name)).toList();
    }

    private static String oneSided(String where, String name, String service) {
        return "%s: %s is in %s only.".formatted(where, name, service);
    }
}
