package org.concurrencylab.fuzz;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A server for one connection that waits for some bytes and answers with what it was told, whatever was asked. */
final class Canned implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Thread thread;

    /**
     * @param answer sent as it is
     * @param closes whether the connection ends then; otherwise it stays until this is closed
     */
    Canned(String answer, boolean closes) throws IOException {
        thread = Thread.ofVirtual().start(() -> {
            try (Socket caller = server.accept()) {
                caller.getInputStream().read(new byte[1 << 16]);
                caller.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                if (!closes) {
                    caller.getInputStream().readAllBytes();
                }
            } catch (IOException e) {
                // The caller has left, or the test has ended.
            }
        });
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.close();
        thread.join();
    }
}
