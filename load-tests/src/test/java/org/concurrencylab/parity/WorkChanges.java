package org.concurrencylab.parity;

import static org.concurrencylab.parity.OneChange.change;
import static org.concurrencylab.parity.Permitted.BLOCKING;
import static org.concurrencylab.parity.Permitted.REACTIVE;

import java.util.List;

/** Changes beside what may differ where a service works for the disk or for the CPU. */
final class WorkChanges {

    private static final String COVERS = ServiceTree.BOOKS + "CoverResource.java";
    private static final String FORECASTER = ServiceTree.BOOKS + "Forecaster.java";

    private WorkChanges() {}

    static List<OneChange> covers() {
        return List.of(
                change(
                                "a body that the reactive service would read while it blocks",
                                REACTIVE,
                                COVERS,
                                "@Context HttpServerRequest body",
                                "@Context InputStream body")
                        .gives("the parameters of method store"),
                change(
                                "a body that is no stream in the blocking service",
                                BLOCKING,
                                COVERS,
                                "String type, InputStream body",
                                "String type, byte[] body")
                        .gives("the parameters of method store"),
                change(
                                "another annotation beside @Context",
                                REACTIVE,
                                COVERS,
                                "@Context HttpServerRequest body",
                                "@Context @NotNull HttpServerRequest body")
                        .gives("the parameters of method store"),
                change(
                                "@Context in the blocking service",
                                BLOCKING,
                                COVERS,
                                "String type, InputStream body",
                                "String type, @Context InputStream body")
                        .gives("the parameters of method store"),
                change(
                                "@Context in the place of another annotation",
                                REACTIVE,
                                COVERS,
                                "@HeaderParam(\"Content-Type\") String",
                                "@Context String")
                        .gives("the parameters of method store"));
    }

    static List<OneChange> forecasts() {
        return List.of(
                change(
                                "a field of the forecaster that is not permitted",
                                REACTIVE,
                                FORECASTER,
                                "private final Executor workers;",
                                "private final Executor workers;\n    private Executor others;")
                        .gives("field others is in reactive-service only"),
                change(
                                "a second constructor of the forecaster",
                                REACTIVE,
                                FORECASTER,
                                "    Forecaster(LabConfig lab, ForecastThread thread) {",
                                "    Forecaster() {\n        this(null, null);\n    }\n\n    Forecaster(LabConfig lab, ForecastThread thread) {")
                        .gives("the constructor (number 2) is in reactive-service only"),
                change(
                                "workers in the blocking forecaster",
                                BLOCKING,
                                FORECASTER,
                                "private final Semaphore turns;",
                                "private final Semaphore turns;\n    private final Executor workers;")
                        .gives("field workers is in blocking-service only"),
                change(
                                "another longest wait of the blocking forecaster",
                                BLOCKING,
                                FORECASTER,
                                "private final Duration timeout;",
                                "private final long timeout;")
                        .gives("the type of field timeout"),
                change(
                                "a forecast of something else",
                                REACTIVE,
                                FORECASTER,
                                "forecast(Book book, int paths)",
                                "forecast(Book book, long paths)")
                        .gives("the parameters of method forecast"));
    }
}
