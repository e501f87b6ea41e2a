package org.concurrencylab.api.http;

import io.quarkus.runtime.configuration.ConfigurationException;

/** A setting that counts something of which there has to be one. */
final class AtLeastOne {

    private AtLeastOne() {}

    /**
     * The value of the setting.
     *
     * @throws ConfigurationException with one sentence, when it is below 1
     */
    static int of(String setting, int value) {
        if (value < 1) {
            throw new ConfigurationException("Cannot start with " + setting + "=" + value + "; it must be at least 1.");
        }
        return value;
    }
}
