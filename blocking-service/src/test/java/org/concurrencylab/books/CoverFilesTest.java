package org.concurrencylab.books;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import org.concurrencylab.contract.CoverFiles;

@QuarkusTest
class CoverFilesTest extends CoverFiles {

    @Singleton
    static class SmallSendBuffer implements HttpServerOptionsCustomizer {

        @Override
        public void customizeHttpServer(HttpServerOptions options) {
            options.setSendBufferSize(SEND_BUFFER);
        }
    }
}
