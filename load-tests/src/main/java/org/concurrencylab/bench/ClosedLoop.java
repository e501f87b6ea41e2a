package org.concurrencylab.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Keep-alive connections that each send their next request when the last was answered, without pipelining.
 *
 * <p>All connections and all figures belong to one event loop; the methods may be called from any other thread. On
 * Netty's own codec rather than on an HTTP client, whose work for each request cost as much as the services'; then the
 * load's CPU is full before the service's is, and a service that is not busy pays a wake-up per request.
 */
final class ClosedLoop implements AutoCloseable {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final long RECONNECT_MILLIS = 100;
    private static final int CONNECT_MILLIS = 5_000;

    private final EventLoop loop;
    private final Bootstrap bootstrap;
    private final RequestBytes request;
    private final SplittableRandom random = new SplittableRandom();
    private final List<Channel> channels = new ArrayList<>();
    private Histogram latencies = histogram();
    private long failures;
    private boolean closed;

    private ClosedLoop(LoadLoop load, CostTarget target, Map<String, String> headers) {
        this.loop = load.loop();
        this.request = new RequestBytes(target, headers);
        this.bootstrap = new Bootstrap()
                .group(loop)
                .channelFactory(load::channel)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .remoteAddress(target.host(), target.port())
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpResponseDecoder(), new Exchange(ClosedLoop.this));
                    }
                });
    }

    /**
     * Connects and starts to send.
     *
     * @throws CostException when the service cannot be reached
     */
    static ClosedLoop start(LoadLoop load, CostTarget target, int connections, Map<String, String> headers) {
        var closedLoop = new ClosedLoop(load, target, headers);
        List<ChannelFuture> opening = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            opening.add(closedLoop.bootstrap.connect());
        }
        opening.forEach(ChannelFuture::awaitUninterruptibly);
        opening.stream().filter(ChannelFuture::isSuccess).forEach(opened -> closedLoop.channels.add(opened.channel()));
        if (closedLoop.channels.size() < connections) {
            closedLoop.close();
            throw new CostException(
                    "%s cannot be reached at %s port %d.".formatted(target.name(), target.host(), target.port()),
                    opening.getFirst().cause());
        }
        closedLoop.on(() -> {
            List.copyOf(closedLoop.channels).forEach(closedLoop::send);
            return null;
        });
        return closedLoop;
    }

    /** What was answered since the last call. */
    Window take() {
        return on(() -> {
            var window = new Window(latencies, failures);
            latencies = histogram();
            failures = 0;
            return window;
        });
    }

    /**
     * @param latencies of the answers 200, in microseconds
     * @param failures answers other than 200, and connections that failed
     */
    record Window(Histogram latencies, long failures) {}

    @Override
    public void close() {
        on(() -> {
                    closed = true;
                    return List.copyOf(channels);
                })
                .forEach(channel -> channel.close().awaitUninterruptibly());
    }

    /** Sends the next request; when it is to be timed, the exchange of this channel does so. */
    void send(Channel channel) {
        if (!closed) {
            channel.pipeline().get(Exchange.class).sent(System.nanoTime());
            channel.writeAndFlush(request.next(channel.alloc(), random), channel.voidPromise());
        }
    }

    /** An answer 200, so long after its request. */
    void answered(long nanos) {
        latencies.recordValue(Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    /** An answer other than 200. */
    void refused() {
        failures++;
    }

    /** A connection that ended; a request that it owed counts as failed. */
    void ended(Channel channel, boolean owedAnAnswer) {
        channels.remove(channel);
        if (closed) {
            return;
        }
        if (owedAnAnswer) {
            failures++;
        }
        loop.schedule(this::reconnect, owedAnAnswer ? RECONNECT_MILLIS : 0, TimeUnit.MILLISECONDS);
    }

    private void reconnect() {
        if (closed) {
            return;
        }
        ChannelFuture opening = bootstrap.connect();
        opening.addListener(done -> {
            if (done.isSuccess()) {
                channels.add(opening.channel());
                send(opening.channel());
            } else {
                ended(opening.channel(), true);
            }
        });
    }

    private <T> T on(Callable<T> action) {
        return loop.submit(action).awaitUninterruptibly().getNow();
    }

    private static Histogram histogram() {
        return new Histogram(LONGEST_MICROS, SIGNIFICANT_DIGITS);
    }
}
