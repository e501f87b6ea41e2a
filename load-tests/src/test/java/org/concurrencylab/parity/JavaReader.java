package org.concurrencylab.parity;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads from a syntax tree what a file declares. */
final class JavaReader {

    private JavaReader() {}

    /** What each file declares, by its path. */
    static SortedMap<String, JavaFile> read(Map<String, CompilationUnitTree> trees) {
        SortedMap<String, JavaFile> files = new TreeMap<>();
        trees.forEach((path, tree) -> files.put(path, read(tree)));
        return files;
    }

    private static JavaFile read(CompilationUnitTree unit) {
        Map<String, String> imports = new LinkedHashMap<>();
        for (ImportTree imported : unit.getImports()) {
            String name = imported.getQualifiedIdentifier().toString();
            if (!name.endsWith(".*")) {
                imports.put(name.substring(name.lastIndexOf('.') + 1), name);
            }
        }
        List<JavaFile.Type> types = new ArrayList<>();
        for (Tree declared : unit.getTypeDecls()) {
            if (declared instanceof ClassTree type) {
                addTypes("", type, types);
            }
        }
        return new JavaFile(imports, types);
    }

    private static void addTypes(String outer, ClassTree type, List<JavaFile.Type> types) {
        String name = outer + type.getSimpleName();
        Map<String, Integer> seen = new HashMap<>();
        List<JavaFile.Member> members = new ArrayList<>();
        List<ClassTree> nested = new ArrayList<>();
        for (Tree member : type.getMembers()) {
            switch (member) {
                case MethodTree method -> members.add(method(method, seen));
                case VariableTree field -> members.add(field(field, seen));
                case ClassTree inner -> nested.add(inner);
                default -> members.add(block(member, seen));
            }
        }
        types.add(new JavaFile.Type(name, head(type), annotations(type.getModifiers()), members));
        nested.forEach(inner -> addTypes(name + ".", inner, types));
    }

    private static String head(ClassTree type) {
        return "%s %s <%s> extends %s implements %s permits %s"
                .formatted(
                        flags(type.getModifiers()),
                        type.getKind(),
                        joined(type.getTypeParameters()),
                        Objects.toString(type.getExtendsClause(), "-"),
                        joined(type.getImplementsClause()),
                        joined(type.getPermitsClause()));
    }

    private static JavaFile.Member method(MethodTree method, Map<String, Integer> seen) {
        boolean constructor = method.getReturnType() == null;
        String name = constructor ? "" : method.getName().toString();
        return new JavaFile.Member(
                key(constructor ? "the constructor" : "method " + name, seen),
                name,
                "%s <%s> throws %s"
                        .formatted(
                                flags(method.getModifiers()),
                                joined(method.getTypeParameters()),
                                joined(method.getThrows())),
                constructor ? "" : method.getReturnType().toString(),
                annotations(method.getModifiers()),
                method.getParameters().stream().map(JavaReader::parameter).toList(),
                Objects.toString(method.getDefaultValue(), ""),
                strings(method.getBody()));
    }

    private static JavaFile.Member field(VariableTree field, Map<String, Integer> seen) {
        String name = field.getName().toString();
        return new JavaFile.Member(
                key("field " + name, seen),
                name,
                flags(field.getModifiers()),
                Objects.toString(field.getType(), ""),
                annotations(field.getModifiers()),
                List.of(),
                Objects.toString(field.getInitializer(), ""),
                List.of());
    }

    private static JavaFile.Member block(Tree block, Map<String, Integer> seen) {
        return new JavaFile.Member(
                key("an initializer", seen), "", "", "", List.of(), List.of(), block.toString(), List.of());
    }

    private static String key(String declared, Map<String, Integer> seen) {
        int count = seen.merge(declared, 1, Integer::sum);
        return count == 1 ? declared : "%s (number %d)".formatted(declared, count);
    }

    private static JavaFile.Parameter parameter(VariableTree parameter) {
        String annotations = String.join(" ", annotations(parameter.getModifiers()));
        String name = (annotations + " " + parameter.getName()).strip();
        return new JavaFile.Parameter(name, parameter.getType().toString());
    }

    private static List<String> annotations(ModifiersTree modifiers) {
        return modifiers.getAnnotations().stream()
                .map(AnnotationTree::toString)
                // The printer puts empty parentheses behind a marker.
                .map(text -> text.endsWith("()") ? text.substring(0, text.length() - 2) : text)
                .toList();
    }

    private static String flags(ModifiersTree modifiers) {
        return modifiers.getFlags().stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static String joined(List<? extends Tree> trees) {
        return trees.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static List<String> strings(Tree body) {
        List<String> strings = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void unused) {
                if (literal.getValue() instanceof String string) {
                    strings.add(string);
                }
                return null;
            }
        }.scan(body, null);
        return strings;
    }
}
