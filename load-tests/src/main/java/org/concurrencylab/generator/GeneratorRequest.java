package org.concurrencylab.generator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the runner asks of the generator process: one JSON object per line. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "request")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SliceRequest.class, name = "slice"),
    @JsonSubTypes.Type(value = ReportRequest.class, name = "report")
})
sealed interface GeneratorRequest permits SliceRequest, ReportRequest {}
