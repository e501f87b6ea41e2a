package org.concurrencylab.compare;

import java.nio.file.Path;
import java.util.List;
import org.concurrencylab.environment.LabProcess;
import org.concurrencylab.environment.Run;
import org.concurrencylab.generator.GeneratorOptions;

/** How a run starts its load generator. */
final class Generators {

    private static final String HEAP = "512m";

    private Generators() {}

    static GeneratorOptions options(Run run) {
        List<String> java = LabProcess.java(run, List.of("-XX:+UseSerialGC"), List.of());
        return new GeneratorOptions(
                List.of(), Path.of(java.getFirst()), HEAP, java.subList(1, java.size()), run.log("generator"));
    }
}
