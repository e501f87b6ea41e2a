package org.concurrencylab.grade;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.results.AtomicFile;

/**
 * What compiled classes could do beyond what any lab asks for, told by the names in their constant pools before one of
 * them runs. A class may do what the class of its name does in the repository that grades. This ends accidents and open
 * attempts; it is no sandbox, for whoever wants to hide finds a way.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se21/html/jvms-4.html#jvms-4.4">The constant pool</a>
 */
final class Reach {

    private static final String SUFFIX = ".class";
    private static final String CLASSES = "target/classes";
    private static final int HEADER_BYTES = 8;
    private static final int UTF8 = 1;

    private static final String HINT =
            "No lab needs files, processes or classes by name but where the repository uses them already. Do without.";

    /** Ways out: how sentences call them, and by what a text of a constant pool betrays them. */
    private enum Way {
        FILES(
                "opens files",
                "java/io/(File|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile)",
                "java/nio/file/Files|java/nio/channels/(Asynchronous)?FileChannel",
                "java/util/zip/ZipFile|java/util/jar/JarFile",
                "io/vertx/(mutiny/)?core/file/FileSystem"),
        PROCESSES("starts processes", "java/lang/Process(Builder|Handle)?"),
        NAMES(
                "loads classes or native code by name",
                "java/lang/ClassLoader|java/net/URLClassLoader",
                "java/lang/foreign/\\w+|sun/misc/Unsafe",
                "\\(Ljava/lang/String;.*\\)Ljava/lang/Class;");

        private final String words;
        private final Pattern traces;

        Way(String words, String... names) {
            this.words = words;
            // A class is named as such, or in a descriptor, where it begins with an L.
            traces = Pattern.compile("(?<![\\w/$])L?(?:" + String.join("|", names) + ")(?![\\w/$])");
        }
    }

    private Reach() {}

    /**
     * What a submission's classes do and those of the repository do not; empty when there is nothing.
     *
     * @param home the repository that grades, built
     * @param project the submission, built
     */
    static Optional<Lack> beyond(Path home, Path project) {
        return Sources.SUBMITTED.stream()
                .map(folder -> Path.of(folder).getName(0))
                .map(module -> beyond(home.resolve(module), project.resolve(module), module))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Lack> beyond(Path home, Path project, Path module) {
        Map<String, Set<Way>> permitted = ways(home.resolve(CLASSES));
        Map<String, Set<Way>> used = ways(project.resolve(CLASSES));
        for (Map.Entry<String, Set<Way>> each : used.entrySet()) {
            Set<Way> more = each.getValue();
            more.removeAll(permitted.getOrDefault(each.getKey(), Set.of()));
            if (!more.isEmpty()) {
                String source = module.resolve("src/main/java").resolve(each.getKey()) + ".java";
                String reason = "%s %s, which no lab needs: it was not started."
                        .formatted(
                                each.getKey().replace('/', '.'), more.iterator().next().words);
                return Optional.of(new Lack(reason, HINT, source));
            }
        }
        return Optional.empty();
    }

    /** By the name of the class that stands at the top of its file. */
    private static Map<String, Set<Way>> ways(Path classes) {
        Map<String, Set<Way>> ways = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(SUFFIX)).toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                String top = name.substring(0, name.length() - SUFFIX.length()).replaceFirst("\\$.*", "");
                ways.computeIfAbsent(top, each -> EnumSet.noneOf(Way.class)).addAll(waysOf(file));
            }
            return ways;
        } catch (IOException e) {
            throw new LabFailure("Cannot read " + classes + ": " + AtomicFile.reason(e) + ".", e);
        }
    }

    private static Set<Way> waysOf(Path file) throws IOException {
        Set<String> texts = texts(file);
        return Stream.of(Way.values())
                .filter(way ->
                        texts.stream().anyMatch(text -> way.traces.matcher(text).find()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Way.class)));
    }

    /** All texts of the constant pool: names and descriptors of whatever the class refers to. */
    private static Set<String> texts(Path file) throws IOException {
        Set<String> texts = new HashSet<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.skipNBytes(HEADER_BYTES);
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case UTF8 -> texts.add(in.readUTF());
                    case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                    // Numbers of eight bytes count twice.
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    default -> throw new IOException("a constant of the unknown kind " + tag);
                }
            }
        }
        return texts;
    }
}
