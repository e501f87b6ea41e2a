package org.concurrencylab.contract;

import java.io.IOException;

/** A caller who promises a body, sends a part of it and leaves. */
final class HalfAnUpload {

    private HalfAnUpload() {}

    /**
     * Sends the head of a PUT and the first so many bytes of its body, waits for the service to have done with them.
     */
    static void send(ContractTarget target, String path, String type, byte[] body, int sent) {
        try (RawCaller caller = new RawCaller(target)) {
            caller.head("PUT", path, "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n");
            caller.body(body, sent);
            caller.end();
            // The service closes or answers once it has seen the end.
            caller.awaitEnd();
        } catch (IOException e) {
            // A service may also reset the connection.
        }
    }
}
