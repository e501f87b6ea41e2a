package org.concurrencylab.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ahead-of-time cache of one contender, kept in the folder of its packaging: the classes that it loads, linked, and
 * the profiles of its methods, with which the JIT compiles without watching first. It shortens the way to the first
 * answer and to full speed, and changes nothing that a service does. Contenders that run the same code share one. The
 * JVM checks a cache itself and starts without one that does not fit; the key says when to record anew.
 *
 * @param file where it is, or would be
 * @param key stands for the JVM, its flags and its packaging's files
 * @see <a href="https://openjdk.org/jeps/483">JEP 483: Ahead-of-Time Class Loading and Linking</a>
 * @see <a href="https://openjdk.org/jeps/514">JEP 514: Ahead-of-Time Command-Line Ergonomics</a>
 * @see <a href="https://openjdk.org/jeps/515">JEP 515: Ahead-of-Time Method Profiling</a>
 */
record AotCache(Path file, String key) {

    /** Set to "off", no cache is recorded or used. */
    static final String SWITCH = "LAB_AOT";

    private static final int KEEPS_PROFILES = 25;
    private static final String JAR = ".jar";
    /** The one flag in which uses of one contender differ, and the one that a cache does not depend on. */
    private static final String PROCESSORS = "-XX:ActiveProcessorCount=";

    /** Whether this JVM records method profiles in one step, and the user wants it. */
    static boolean isWanted() {
        return isSupported(Runtime.version().feature()) && !"off".equals(System.getenv(SWITCH));
    }

    static boolean isSupported(int jdk) {
        return jdk >= KEEPS_PROFILES;
    }

    /**
     * The cache that fits a contender on the JVM that runs this program, with these flags; it need not exist, and
     * neither need the packaging.
     *
     * @throws LabFailure when the packaging cannot be read
     */
    static AotCache of(ContenderSpec contender, List<String> flags) {
        Path folder = contender.folder();
        List<String> parts = new ArrayList<>();
        parts.add(System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        parts.add(System.getProperty("java.home"));
        flags.stream().filter(flag -> !flag.startsWith(PROCESSORS)).forEach(parts::add);
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(JAR)).sorted().toList()) {
                parts.add(jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new LabFailure("Cannot read " + folder + ": " + e.getMessage() + ".", e);
        }
        return new AotCache(folder.resolve(contender.persistence() + ".aot"), hash(String.join("\n", parts)));
    }

    /**
     * The flags that use it; none when there is no cache for this key. The cache is read where it expects to be: by
     * default the JVM moves it to another address, so that an attacker cannot know it, and adapts every pointer in it,
     * which took 60 to 160 ms of a start of one second.
     */
    List<String> flags() {
        return isFresh()
                ? List.of("-XX:AOTCache=" + file, "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0")
                : List.of();
    }

    /** Whether it was recorded for this very key. */
    boolean isFresh() {
        try {
            return Files.isRegularFile(file) && Files.readString(keyFile()).equals(key);
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes what was recorded, in place of what was there. A JVM that still uses the old file keeps it. */
    void keep(Path recorded) throws IOException {
        Files.deleteIfExists(keyFile());
        // First beside the other, for the folder of the recording may be on another disk.
        Path incoming = beside("." + ProcessHandle.current().pid());
        Files.move(recorded, incoming, StandardCopyOption.REPLACE_EXISTING);
        Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(keyFile(), key);
    }

    private Path keyFile() {
        return beside(".key");
    }

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
