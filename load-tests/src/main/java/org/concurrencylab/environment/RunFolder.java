package org.concurrencylab.environment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.UUID;

/**
 * The temporary folder of one run: {@code <base>/run-<pid>-<random>}. Its owner holds an operating-system lock on a
 * file in it for as long as it lives; the kernel drops the lock at the owner's death, however it dies. So whoever gets
 * the lock knows that the owner is dead, with no process id to be mistaken for another's.
 */
final class RunFolder implements AutoCloseable {

    private static final String OWNER = "owner";
    private static final String PREFIX = "run-";

    /** Whoever writes into it when it is to be deleted is about to end: his process has been. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final Path path;
    private final FileChannel owner;

    private RunFolder(Path path, FileChannel owner) {
        this.path = path;
        this.owner = owner;
    }

    static Path defaultBase() {
        return Path.of(System.getProperty("java.io.tmpdir"), "concurrency-lab-" + System.getProperty("user.name"));
    }

    static RunFolder create(Path base) {
        String name = PREFIX + ProcessHandle.current().pid() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        try (BaseLock ignored = BaseLock.take(base)) {
            Path path = Files.createDirectory(base.resolve(name));
            FileChannel owner =
                    FileChannel.open(path.resolve(OWNER), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            owner.lock();
            Files.createDirectory(path.resolve("tmp"));
            return new RunFolder(path, owner);
        } catch (IOException e) {
            throw new LabFailure("Cannot write to the temporary folder " + base + ": " + e.getMessage() + ".", e);
        }
    }

    static boolean isRun(Path folder) {
        return folder.getFileName().toString().startsWith(PREFIX);
    }

    /** To be asked under the {@link BaseLock} only, else a folder that is being made looks abandoned. */
    static boolean isAbandoned(Path folder) {
        // Opening and closing our own lock file would drop our own lock (POSIX record locks belong to the process).
        if (folder.getFileName()
                .toString()
                .startsWith(PREFIX + ProcessHandle.current().pid() + "-")) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(folder.resolve(OWNER), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (java.nio.file.NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    Path path() {
        return path;
    }

    /** For {@code java.io.tmpdir} of child JVMs, so that what they forget there goes with the run. */
    Path temp() {
        return path.resolve("tmp");
    }

    @Override
    public void close() throws IOException {
        // Under the lock, or a reaper sees a half-deleted folder and reports it as a killed run's.
        try (BaseLock ignored = BaseLock.take(path.getParent())) {
            deleteAtLast();
            owner.close();
        }
    }

    private void deleteAtLast() throws IOException {
        if (!Await.until(this::isDeleted, LAST_WORDS)) {
            delete(path);
        }
    }

    private boolean isDeleted() {
        try {
            delete(path);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
