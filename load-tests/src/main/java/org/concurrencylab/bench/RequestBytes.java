package org.concurrencylab.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A target's GET request as it goes over the wire; only the path changes from one to the next. */
final class RequestBytes {

    private final CostTarget target;
    private final String afterPath;

    RequestBytes(CostTarget target, Map<String, String> headers) {
        this.target = target;
        var text = new StringBuilder(" HTTP/1.1\r\nHost: ")
                .append(target.host())
                .append(':')
                .append(target.port())
                .append("\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        afterPath = text.append("\r\n").toString();
    }

    ByteBuf next(ByteBufAllocator allocator, RandomGenerator random) {
        ByteBuf bytes = allocator.buffer();
        ByteBufUtil.writeAscii(bytes, "GET ");
        ByteBufUtil.writeUtf8(bytes, target.path(random));
        ByteBufUtil.writeUtf8(bytes, afterPath);
        return bytes;
    }
}
