package org.concurrencylab.api.wrong;

import io.quarkus.runtime.configuration.ConfigurationException;

/** A setting with one right value, its default, and one wrong one. */
public final class Switch {

    private Switch() {}

    /**
     * Whether the wrong value is set.
     *
     * @throws ConfigurationException with one sentence, when it is neither
     */
    public static boolean isOn(String setting, String value, String right, String wrong) {
        if (!value.equals(right) && !value.equals(wrong)) {
            throw new ConfigurationException(
                    "Cannot start with " + setting + "=" + value + "; it must be " + right + " or " + wrong + ".");
        }
        return value.equals(wrong);
    }
}
