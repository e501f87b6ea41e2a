package org.concurrencylab.compare;

import java.util.List;
import org.concurrencylab.experiments.Ask;
import org.concurrencylab.live.LiveEvent;

/** How an experiment's load is named, in the progress line and on the live page. */
final class AskTarget {

    private AskTarget() {}

    /**
     * For the live page. A service that an experiment started is shown in the place of the contender that it is made
     * of.
     *
     * @param experiment its name
     * @param places names of those who have a place on the page
     * @param service name of who is loaded
     */
    static LiveEvent.Target of(String experiment, List<String> places, String service, Ask ask) {
        String shown = places.stream()
                .filter(name -> service.startsWith(name + "-"))
                .findFirst()
                .orElse(service);
        double from = ask.settleSeconds();
        return new LiveEvent.Target(
                experiment,
                service + ", " + load(ask),
                ask.ratePerSecond(),
                shown,
                false,
                1,
                1,
                from,
                from + ask.measuredSeconds());
    }

    /** How much it is, in two words. */
    static String load(Ask ask) {
        return ask.users() > 0 ? ask.users() + " users" : "%,.0f/s".formatted(ask.ratePerSecond());
    }
}
