package org.concurrencylab.environment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.locks.ReentrantLock;

/** One at a time makes or clears what is below a base folder: among processes by a file lock, in here by a mutex. */
final class BaseLock implements AutoCloseable {

    // File locks are per process and throw when taken twice in one.
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private BaseLock(FileChannel channel) {
        this.channel = channel;
    }

    static BaseLock take(Path base) throws IOException {
        Files.createDirectories(base);
        if (base.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwx------"));
        }
        THREADS.lock();
        try {
            FileChannel channel =
                    FileChannel.open(base.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new BaseLock(channel);
        } catch (IOException | RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            THREADS.unlock();
        }
    }
}
