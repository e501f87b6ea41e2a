package org.concurrencylab.api.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.InputDecorator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Refuses what is not UTF-8 before Jackson sees it: its own decoder takes overlong forms and encoded surrogates. */
final class StrictUtf8 extends InputDecorator {

    @Override
    public InputStream decorate(IOContext context, InputStream body) throws IOException {
        byte[] bytes = body.readAllBytes();
        check(bytes, 0, bytes.length);
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public InputStream decorate(IOContext context, byte[] bytes, int offset, int length) throws IOException {
        check(bytes, offset, length);
        return new ByteArrayInputStream(bytes, offset, length);
    }

    @Override
    public Reader decorate(IOContext context, Reader text) {
        return text;
    }

    private static void check(byte[] bytes, int offset, int length) throws JsonParseException {
        try {
            // A new decoder reports malformed input; the charset's own decode() would replace it.
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
        } catch (CharacterCodingException e) {
            throw new JsonParseException(null, "not UTF-8", e);
        }
    }
}
