package org.concurrencylab.grade;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The course labs that there are. */
public final class Assignments {

    private Assignments() {}

    /** All of them, by number. */
    public static List<Assignment> all() {
        return List.of(new BlockedLoopLab(), new LostUpdateLab(), new HangingSellerLab());
    }

    /** The one of this number. */
    static Optional<Assignment> numbered(int number) {
        return all().stream().filter(each -> each.number() == number).findFirst();
    }

    /** Their numbers, for sentences. */
    static String numbers() {
        return all().stream()
                .map(each -> String.valueOf(each.number()))
                .collect(Collectors.joining(", "))
                .replaceFirst(", (\\d+)$", " and $1");
    }
}
