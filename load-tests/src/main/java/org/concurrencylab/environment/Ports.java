package org.concurrencylab.environment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** TCP ports of this machine's loopback interface. */
public final class Ports {

    private Ports() {}

    /**
     * A port that nobody listens on now. Somebody else may take it before the caller's child does; whoever starts a
     * child on it tries again once.
     */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LabFailure("This machine has no free TCP port.", e);
        }
    }

    /** Whether a server can listen on this port of 127.0.0.1 now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As servers do: a connection of a former server in TIME_WAIT does not make the port taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a server takes connections on this port of 127.0.0.1 now; never in the way of one that is about to. */
    static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Refuses a taken port before anything is started on it.
     *
     * @param user who needs it, e.g. "the sellers"
     * @throws LabFailure when somebody listens on it already
     */
    public static void requireFree(int port, String user) {
        if (!isFree(port)) {
            throw new LabFailure("Port " + port + ", needed by " + user + ", is taken by another program.");
        }
    }
}
