package org.concurrencylab.grade;

import java.util.List;
import java.util.Optional;

/** The course labs that there are. */
public final class Assignments {

    private Assignments() {}

    /** All of them, by number. */
    public static List<Assignment> all() {
        return List.of(
                new ReadThePairLab(),
                new NewFieldLab(),
                new SearchLab(),
                new PagesLab(),
                new PoolSizingLab(),
                new TimeLimitLab(),
                new BlockedLoopLab(),
                new LostUpdateLab(),
                new HangingSellerLab(),
                new SlowConsumerLab());
    }

    /** The one of this number. */
    static Optional<Assignment> numbered(int number) {
        return all().stream().filter(each -> each.number() == number).findFirst();
    }

    /** Their numbers, for sentences. */
    static String numbers() {
        List<String> numbers =
                all().stream().map(each -> String.valueOf(each.number())).toList();
        int last = numbers.size() - 1;
        return String.join(", ", numbers.subList(0, last)) + " and " + numbers.get(last);
    }
}
