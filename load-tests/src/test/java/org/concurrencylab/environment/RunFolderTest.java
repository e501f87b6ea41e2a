package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    private static final int FILES = 2_000;

    @TempDir
    private Path base;

    @Test
    void isDeletedAlthoughSomebodyStillWritesIntoIt() throws Exception {
        RunFolder folder = RunFolder.create(base);
        CountDownLatch writing = new CountDownLatch(1);
        Thread writer = Thread.ofPlatform().start(() -> write(folder.path(), writing));
        writing.await();

        folder.close();

        writer.join();
        assertThat(folder.path()).doesNotExist();
    }

    /** Until the folder is gone, or for long enough to be in the way of its deletion. */
    private static void write(Path folder, CountDownLatch writing) {
        try {
            for (int i = 0; i < FILES; i++) {
                Files.createFile(folder.resolve("file-" + i));
                writing.countDown();
            }
        } catch (IOException e) {
            writing.countDown();
        }
    }
}
