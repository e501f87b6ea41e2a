package org.concurrencylab.fuzz;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.concurrencylab.fuzz.Answers.Answer;
import org.concurrencylab.fuzz.Answers.End;

/** One connection that sends any bytes, and reads answers of HTTP/1.1 as Netty's decoder understands them. */
final class RawConnection implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;
    private static final long PAUSE_MILLIS = 3;
    private static final Answer GARBLED = new Answer(0, "garbled", false);

    private final Socket socket = new Socket();
    private final Deque<String> methods = new ArrayDeque<>();
    private final EmbeddedChannel decoder = new EmbeddedChannel(new Decoder());
    private final byte[] buffer = new byte[BUFFER];
    private Answer head;
    private boolean closes;

    /**
     * Connects.
     *
     * @param patience longest wait for more of an answer
     * @throws IOException when nobody listens
     */
    RawConnection(URI service, Duration patience) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        socket.connect(new InetSocketAddress(service.getHost(), service.getPort()), socket.getSoTimeout());
    }

    /** Whether another request may follow. */
    boolean isOpen() {
        return !closes && !socket.isClosed();
    }

    /** Sends it, and reads as many answers as there are requests in it, or until there are no more. */
    Answers exchange(HostileRequest request) {
        List<Answer> answers = new ArrayList<>();
        request.asked().forEach(asked -> methods.add(asked.method()));
        try {
            send(request);
            End end = read(request, answers);
            // What is left of a broken body may be answered, too, and come with the last answer or after it.
            return new Answers(answers.subList(0, Math.min(request.asked().size(), answers.size())), end);
        } catch (SocketTimeoutException e) {
            closes = true;
            return new Answers(answers, End.SILENT);
        } catch (IOException e) {
            // A service that refuses a request closes the connection while the rest of it is still on its way.
            closes = true;
            return new Answers(answers, End.CLOSED);
        }
    }

    private void send(HostileRequest request) throws IOException {
        boolean first = true;
        for (byte[] part : request.parts()) {
            if (!first) {
                pause();
            }
            first = false;
            socket.getOutputStream().write(part);
        }
        if (!request.isWhole()) {
            socket.shutdownOutput();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private End read(HostileRequest request, List<Answer> answers) throws IOException {
        InputStream input = socket.getInputStream();
        while (!request.isWhole() || answers.size() < request.asked().size()) {
            int length = input.read(buffer);
            if (length < 0) {
                closes = true;
                decoder.finish();
                take(answers);
                return answers.size() < request.asked().size() ? End.CLOSED : End.COMPLETE;
            }
            decoder.writeInbound(Unpooled.copiedBuffer(buffer, 0, length));
            take(answers);
        }
        return End.COMPLETE;
    }

    private void take(List<Answer> answers) {
        for (Object part = decoder.readInbound(); part != null; part = decoder.readInbound()) {
            if (part instanceof HttpResponse response) {
                head = answer(response);
                closes |= !HttpUtil.isKeepAlive(response);
            }
            if (part instanceof LastHttpContent && head != null) {
                if (head.status() != HttpResponseStatus.CONTINUE.code()) {
                    methods.poll();
                    answers.add(head);
                }
                head = null;
            }
            ReferenceCountUtil.release(part);
        }
    }

    private Answer answer(HttpResponse response) {
        if (response.decoderResult().isFailure()) {
            closes = true;
            return GARBLED;
        }
        CharSequence type = HttpUtil.getMimeType(response);
        return new Answer(
                response.status().code(),
                type == null ? "" : type.toString(),
                response.headers().contains(HttpHeaderNames.LOCATION));
    }

    @Override
    public void close() throws IOException {
        decoder.finishAndReleaseAll();
        socket.close();
    }

    /** Knows which answers have no body although their head says how long it would be. */
    private final class Decoder extends HttpResponseDecoder {
        @Override
        protected boolean isContentAlwaysEmpty(HttpMessage message) {
            return "HEAD".equals(methods.peek()) || super.isContentAlwaysEmpty(message);
        }
    }
}
