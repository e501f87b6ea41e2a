package org.concurrencylab.books;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.Context;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.concurrencylab.api.RuntimeFacts;

/** Lets a report print, beside each number, what produced it. */
@Path("/runtime")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
class RuntimeResource {

    private final LabConfig lab;

    RuntimeResource(LabConfig lab) {
        this.lab = lab;
    }

    @GET
    public RuntimeFacts facts() {
        String thread = Context.isOnEventLoopThread() ? "event-loop" : "worker";
        Runtime jvm = Runtime.getRuntime();
        return new RuntimeFacts(
                lab.contender(),
                thread,
                lab.persistence(),
                lab.workers(),
                lab.eventLoops(),
                lab.databaseConnections(),
                lab.sellerConnections(),
                lab.sellerTimeout().toMillis(),
                Runtime.version() + " " + System.getProperty("java.vendor"),
                jvm.availableProcessors(),
                jvm.maxMemory());
    }
}
