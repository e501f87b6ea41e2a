package org.concurrencylab.compare;

import java.util.Collection;

/** Reads what processes have used, here or elsewhere. */
interface Meters {

    /** What everybody has used until now, and those services closely that are loaded. */
    Reading read(Collection<Subject> loaded);

    /**
     * What everybody has used until now, the loaded service's compiler excluded, in milliseconds; null where it cannot
     * be known.
     */
    Double requestCpuMillis(Subject subject);
}
