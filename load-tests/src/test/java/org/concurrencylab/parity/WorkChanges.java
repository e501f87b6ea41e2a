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
                                "    Forecaster(ForecastThread thread) {",
                                "    Forecaster() {\n        this(null);\n    }\n\n    Forecaster(ForecastThread thread) {")
                        .gives("the constructor (number 2) is in reactive-service only"),
                change(
                                "workers in the blocking forecaster",
                                BLOCKING,
                                FORECASTER,
                                "class Forecaster {",
                                "class Forecaster {\n    private final Executor workers;")
                        .gives("field workers is in blocking-service only"),
                change(
                                "a constructor of the blocking forecaster",
                                BLOCKING,
                                FORECASTER,
                                "class Forecaster {",
                                "class Forecaster {\n    Forecaster(LabConfig lab) {}")
                        .gives("the constructor is in blocking-service only", "the parameters of the constructor"),
                change(
                                "a forecast of something else",
                                REACTIVE,
                                FORECASTER,
                                "forecast(Book book, int paths)",
                                "forecast(Book book, long paths)")
                        .gives("the parameters of method forecast"));
    }
}
