package org.concurrencylab.bench;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;

/** One connection's requests and answers, one at a time. */
final class Exchange extends SimpleChannelInboundHandler<HttpObject> {

    private final ClosedLoop load;
    private long sentNanos;
    private boolean waiting;
    private boolean good;
    private boolean keepAlive;

    Exchange(ClosedLoop load) {
        this.load = load;
    }

    /** A request leaves now, in {@link System#nanoTime()}. */
    void sent(long nanos) {
        sentNanos = nanos;
        waiting = true;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (part instanceof HttpResponse head) {
            good = head.status().equals(HttpResponseStatus.OK)
                    && head.decoderResult().isSuccess();
            keepAlive = HttpUtil.isKeepAlive(head);
        }
        if (part instanceof LastHttpContent) {
            ended(context);
        }
    }

    private void ended(ChannelHandlerContext context) {
        waiting = false;
        if (good) {
            load.answered(System.nanoTime() - sentNanos);
        } else {
            load.refused();
        }
        if (keepAlive) {
            load.send(context.channel());
        } else {
            context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        load.ended(context.channel(), waiting);
    }

    /** Reset by the service, for instance; the connection's end tells the load. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
