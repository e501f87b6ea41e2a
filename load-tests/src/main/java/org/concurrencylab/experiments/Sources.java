package org.concurrencylab.experiments;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.concurrencylab.environment.LabFailure;

/** Reads the Java files of a service with the JDK's own parser, which needs no class path. */
final class Sources {
    /** A literal, which is kept, or a comment: whichever begins first. */
    private static final Pattern LITERAL_OR_COMMENT = Pattern.compile(
            "(\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*')|//[^\n]*|/\\*[\\s\\S]*?\\*/");

    private static final Pattern HEAD = Pattern.compile("(import|package) .*;");
    private static final String OUR_OWN = "org.concurrencylab.";

    private Sources() {}

    /**
     * What there is to count in one file.
     *
     * @param lines of code, stripped: no blanks, comments, imports
     * @param operators chained calls on a Uni or Multi
     * @param nesting the deepest, of lambdas and blocks
     * @param types that it imports, ours excluded
     * @param methods by name, as written
     */
    record Facts(List<String> lines, int operators, int nesting, Set<String> types, Map<String, Method> methods) {}

    /**
     * @param operators chained calls on a Uni or Multi
     * @param text as written
     */
    record Method(int operators, List<String> text) {}

    /**
     * The facts of every file of a folder, by its class's name.
     *
     * @throws LabFailure when the folder is not there or cannot be read, or there is no compiler
     */
    static Map<String, Facts> read(Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new LabFailure("Sources cannot be counted: this Java runtime has no compiler; a JDK has.");
        }
        if (!Files.isDirectory(folder)) {
            throw new LabFailure("Sources cannot be counted: there is no folder " + folder + ".");
        }
        try (Stream<Path> files = Files.walk(folder);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    problem -> {},
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(sources));
            Map<String, Facts> facts = new TreeMap<>();
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                String file = unit.getSourceFile().getName().replace('\\', '/');
                facts.put(
                        file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length()),
                        facts(unit, positions));
            }
            return facts;
        } catch (IOException e) {
            throw new LabFailure("Sources cannot be counted: " + e.getMessage() + ".", e);
        }
    }

    private static Facts facts(CompilationUnitTree unit, SourcePositions positions) throws IOException {
        String text = unit.getSourceFile().getCharContent(true).toString();
        CodeScanner scanner = new CodeScanner(unit);
        scanner.scan(unit, null);
        Map<String, Method> methods = new TreeMap<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void unused) {
                if (method.getBody() != null && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree) {
                    CodeScanner within = new CodeScanner(unit);
                    within.scan(getCurrentPath(), null);
                    int from = (int) positions.getStartPosition(unit, method);
                    int to = (int) positions.getEndPosition(unit, method);
                    String indent = " ".repeat(from - text.lastIndexOf('\n', from) - 1);
                    methods.putIfAbsent(
                            method.getName().toString(),
                            new Method(
                                    within.operators(),
                                    (indent + text.substring(from, to))
                                            .stripIndent()
                                            .lines()
                                            .toList()));
                }
                return super.visitMethod(method, unused);
            }
        }.scan(unit, null);
        Set<String> types = unit.getImports().stream()
                .filter(imported -> !imported.isStatic())
                .map(ImportTree::getQualifiedIdentifier)
                .map(Object::toString)
                .filter(name -> !name.startsWith(OUR_OWN))
                .collect(Collectors.toSet());
        return new Facts(lines(text), scanner.operators(), scanner.nesting(), types, methods);
    }

    static List<String> lines(String text) {
        return LITERAL_OR_COMMENT
                .matcher(text)
                .replaceAll(Sources::withoutComment)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !HEAD.matcher(line).matches())
                .toList();
    }

    private static String withoutComment(MatchResult found) {
        return found.group(1) == null ? "" : Matcher.quoteReplacement(found.group(1));
    }

    /** How many of the lines have no counterpart among the others when both are laid side by side, as diff does. */
    static int own(List<String> lines, List<String> others) {
        return lines.size() - common(lines, others);
    }

    /** Length of the longest common subsequence. */
    private static int common(List<String> one, List<String> other) {
        int[] before = new int[other.size() + 1];
        for (String line : one) {
            int[] now = new int[other.size() + 1];
            for (int i = 1; i <= other.size(); i++) {
                now[i] = line.equals(other.get(i - 1)) ? before[i - 1] + 1 : Math.max(before[i], now[i - 1]);
            }
            before = now;
        }
        return before[other.size()];
    }
}
