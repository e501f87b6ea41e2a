package org.concurrencylab.parity;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells what a setting is that a service makes in Java, from a literal or from a {@code lab} setting. */
final class SetterReader {

    private static final String KNOBS = "lab";

    private final Configuration configuration;
    private final Map<String, List<ExpressionTree>> arguments = new HashMap<>();

    /** Reads the calls within one file, none when the service has no such file. */
    SetterReader(Map<String, CompilationUnitTree> trees, String path, Configuration configuration) {
        this.configuration = configuration;
        if (trees.containsKey(path)) {
            collect(trees.get(path));
        }
    }

    private void collect(CompilationUnitTree file) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                if (call.getMethodSelect() instanceof MemberSelectTree select) {
                    arguments
                            .computeIfAbsent(select.getIdentifier().toString(), name -> new ArrayList<>())
                            .addAll(call.getArguments());
                }
                return super.visitMethodInvocation(call, unused);
            }

            @Override
            public Void visitAssignment(AssignmentTree assignment, Void unused) {
                arguments
                        .computeIfAbsent(assignment.getVariable().toString(), name -> new ArrayList<>())
                        .add(assignment.getExpression());
                return super.visitAssignment(assignment, unused);
            }
        }.scan(file, null);
    }

    /** The value set; empty unless there is one such call or assignment whose value can be told from the text. */
    Optional<String> argument(DriverSettings.Setter setter) {
        List<ExpressionTree> given = arguments.getOrDefault(setter.name(), List.of());
        return given.size() == 1 ? value(given.getFirst(), setter.conversion()) : Optional.empty();
    }

    private Optional<String> value(ExpressionTree expression, String conversion) {
        return switch (expression) {
            case TypeCastTree cast -> value(cast.getExpression(), conversion);
            case LiteralTree literal -> Optional.of(String.valueOf(literal.getValue()));
            case MemberSelectTree constant -> Optional.of(constant.toString());
            case MethodInvocationTree call
            when call.getMethodSelect() instanceof MemberSelectTree select -> called(select, conversion);
            default -> Optional.empty();
        };
    }

    private Optional<String> called(MemberSelectTree method, String conversion) {
        String name = method.getIdentifier().toString();
        if (method.getExpression().toString().equals(KNOBS)) {
            return configuration.value(KNOBS + "." + kebab(name));
        }
        return name.equals(conversion)
                ? value(method.getExpression(), conversion).map(Reading.SECONDS::canonical)
                : Optional.empty();
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
