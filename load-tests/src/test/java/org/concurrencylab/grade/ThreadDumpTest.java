package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadDumpTest {

    private static final String DUMP = """
            "executor-thread-1" #40 [123] daemon prio=5 os_prio=0 cpu=1.00ms
               java.lang.Thread.State: WAITING (parking)
            \tat jdk.internal.misc.Unsafe.park(java.base@25/Native Method)
            \tat org.concurrencylab.books.SellerClient$$QuarkusRestClientInterface.quote(Unknown Source)
            \tat org.concurrencylab.books.SellerGateway.quote(SellerGateway.java:28)
            \tat org.concurrencylab.books.SellerGateway_ClientProxy.quote(Unknown Source)
            \tat org.concurrencylab.books.BookResource.offer(BookResource.java:108)

            "fan-out-3" #41 [124] daemon prio=5 os_prio=0 cpu=1.00ms
               java.lang.Thread.State: WAITING (parking)
            \tat org.concurrencylab.books.SellerGateway.quote(SellerGateway.java:28)
            \tat org.concurrencylab.books.BookResource.lambda$offers$0(BookResource.java:117)
            \tat org.concurrencylab.books.SellerFanOut.answer(SellerFanOut.java:96)

            "vert.x-eventloop-thread-0" #42 [125] prio=5 os_prio=0 cpu=1.00ms
            \tat io.netty.channel.epoll.Native.epollWait(Native Method)
            """;

    @Test
    void showsWhereAThreadThatServesARequestStands() {
        ThreadDump dump = ThreadDump.read(DUMP);

        assertThat(dump.stacks())
                .containsExactly(
                        List.of("SellerGateway", "BookResource"),
                        List.of("SellerGateway", "BookResource", "SellerFanOut"));
        assertThat(dump.waitsIn()).contains("SellerGateway");
        assertThat(dump.waiting()).isEqualTo(1);
    }

    @Test
    void aThreadThatDoesAPartForAnotherServesNoRequest() {
        assertThat(ThreadDump.read(DUMP.substring(DUMP.indexOf("\"fan-out-3"))).waitsIn())
                .isEmpty();
    }
}
