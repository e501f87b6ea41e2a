package org.concurrencylab.environment;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The database as if it were far away: a port of this machine whose bytes towards the database arrive late. What a
 * client sends in one piece is delayed once, so a round trip takes that much longer and nothing else changes.
 */
public final class DistantDatabase implements AutoCloseable {

    private static final String HERE = "127.0.0.1";
    private static final long PATIENCE_SECONDS = 10;

    private final Vertx vertx;
    private final NetServer server;
    private final Traffic traffic;

    private DistantDatabase(Vertx vertx, NetServer server, Traffic traffic) {
        this.vertx = vertx;
        this.server = server;
        this.traffic = traffic;
    }

    private record Traffic(AtomicInteger connections, AtomicInteger mostConnections, AtomicLong pieces) {}

    /**
     * Opens the port.
     *
     * @param delay of each piece, to the millisecond
     * @throws LabFailure when no port can be opened
     */
    public static DistantDatabase start(Database database, Duration delay) {
        return start(database.port(), delay);
    }

    static DistantDatabase start(int port, Duration delay) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        Traffic traffic = new Traffic(new AtomicInteger(), new AtomicInteger(), new AtomicLong());
        // One for all, which the server holds: half a minute after a client that nobody holds was collected, Vert.x
        // closes its connections.
        NetClient databases = vertx.createNetClient();
        NetServer server = vertx.createNetServer()
                .connectHandler(client -> connect(vertx, client, databases.connect(port, HERE), delay, traffic));
        await(server.listen(0, HERE));
        return new DistantDatabase(vertx, server, traffic);
    }

    private static void connect(
            Vertx vertx, NetSocket client, Future<NetSocket> connected, Duration delay, Traffic traffic) {
        client.pause();
        connected.onFailure(cause -> client.close()).onSuccess(database -> {
            traffic.mostConnections().accumulateAndGet(traffic.connections().incrementAndGet(), Math::max);
            // Timers of one length fire in the order in which they were set.
            client.handler(bytes -> {
                traffic.pieces().incrementAndGet();
                vertx.setTimer(delay.toMillis(), timer -> write(database, bytes));
            });
            client.closeHandler(nothing -> {
                traffic.connections().decrementAndGet();
                database.close();
            });
            database.handler(client::write);
            database.closeHandler(nothing -> client.close());
            client.resume();
        });
    }

    private static void write(NetSocket socket, Buffer bytes) {
        // A socket that was closed meanwhile fails the future, which nobody waits for.
        socket.write(bytes);
    }

    /** Where clients connect. */
    public int port() {
        return server.actualPort();
    }

    /** The most connections that clients have had open at once. */
    public int mostConnections() {
        return traffic.mostConnections().get();
    }

    /** What clients have sent so far: as many pieces as round trips, where a client waits for each answer. */
    public long pieces() {
        return traffic.pieces().get();
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LabFailure(
                    "The way to the distant database cannot be opened or closed: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
