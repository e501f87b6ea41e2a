package org.concurrencylab.parity;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The JDK's own parser, which needs no class path: names stay as the text has them. */
final class JavaParser {

    private JavaParser() {}

    /**
     * The syntax tree of each Java file by its path.
     *
     * @throws IllegalArgumentException with place and reason when a file is no Java
     */
    static SortedMap<String, CompilationUnitTree> parse(ServiceTree service) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("Parity needs a JDK: this runtime has no compiler.");
        }
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<InMemory> sources = service.files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".java"))
                .map(file -> new InMemory(file.getKey(), file.getValue()))
                .toList();
        JavacTask task = (JavacTask) compiler.getTask(null, null, problems, List.of("-proc:none"), null, sources);
        SortedMap<String, CompilationUnitTree> trees = new TreeMap<>();
        try {
            for (CompilationUnitTree tree : task.parse()) {
                trees.put(path(tree.getSourceFile()), tree);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Diagnostic<? extends JavaFileObject> problem : problems.getDiagnostics()) {
            if (problem.getKind() == Diagnostic.Kind.ERROR) {
                throw new IllegalArgumentException("%s:%d: %s"
                        .formatted(path(problem.getSource()), problem.getLineNumber(), problem.getMessage(null)));
            }
        }
        return trees;
    }

    private static String path(JavaFileObject source) {
        return source.toUri().getPath().substring(1);
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final String text;

        InMemory(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
