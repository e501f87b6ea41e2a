package org.concurrencylab.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Both services declare the same types, members and annotations in the same order; a method may return a Uni. */
final class JavaDrifts {

    private static final Map<String, String> BOXES =
            Map.of("boolean", "Boolean", "int", "Integer", "long", "Long", "double", "Double", "void", "Void");

    private final String file;
    private final List<String> drifts = new ArrayList<>();

    private JavaDrifts(String file) {
        this.file = file;
    }

    static List<String> between(SortedMap<String, JavaFile> blocking, SortedMap<String, JavaFile> reactive) {
        List<String> drifts = new ArrayList<>();
        blocking.forEach((path, file) -> {
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (reactive.containsKey(path) && !Permitted.own(name)) {
                JavaDrifts pair = new JavaDrifts(name);
                pair.compare(file, reactive.get(path));
                drifts.addAll(pair.drifts);
            }
        });
        return drifts;
    }

    private void compare(JavaFile blocking, JavaFile reactive) {
        compareDeclared(file, typeNames(blocking), typeNames(reactive));
        new TreeMap<>(blocking.imports()).forEach((name, qualified) -> {
            String other = reactive.imports().getOrDefault(name, qualified);
            expectEqual("the import of " + name, qualified, other);
        });
        for (JavaFile.Type type : blocking.types()) {
            reactive.types().stream()
                    .filter(other -> other.name().equals(type.name()))
                    .forEach(other -> compare(type, other));
        }
    }

    private void compare(JavaFile.Type blocking, JavaFile.Type reactive) {
        expectEqual("the head of " + blocking.name(), blocking.head(), reactive.head());
        compareAnnotations(blocking.name(), blocking.annotations(), reactive.annotations());
        compareDeclared(file + ", " + blocking.name(), keys(blocking), keys(reactive));
        for (JavaFile.Member member : blocking.members()) {
            reactive.members().stream()
                    .filter(other -> other.key().equals(member.key()))
                    .filter(other -> !Permitted.isEachOnesOwn(file, other.key()))
                    .forEach(other -> compare(member, other));
        }
    }

    private void compare(JavaFile.Member blocking, JavaFile.Member reactive) {
        String member = blocking.key();
        compareAnnotations(member, blocking.annotations(), reactive.annotations());
        expectEqual(
                "the modifiers of " + member, Permitted.reactiveModifiers(blocking.modifiers()), reactive.modifiers());
        if (!sameType(blocking, reactive)) {
            expectEqual("the type of " + member, Permitted.reactiveType(blocking.type()), reactive.type());
        }
        expectEqual(
                "the parameters of " + member,
                parameters(Permitted.BLOCKING, blocking, Permitted::reactiveType),
                parameters(Permitted.REACTIVE, reactive, type -> type));
        expectEqual(
                "the value of " + member,
                Permitted.reactiveValue(file, blocking.initializer()),
                reactive.initializer());
        expectEqual(
                "the strings in " + member,
                Permitted.reactiveStrings(file, blocking.name(), blocking.strings()),
                reactive.strings());
    }

    private void compareDeclared(String where, List<String> blocking, List<String> reactive) {
        drifts.addAll(Sequences.drifts(
                where,
                Permitted.withoutOneSided(Permitted.BLOCKING, file, blocking),
                Permitted.withoutOneSided(Permitted.REACTIVE, file, reactive)));
    }

    private void compareAnnotations(String declared, List<String> blocking, List<String> reactive) {
        expectEqual(
                "the annotations of " + declared,
                Permitted.withoutOneSided(Permitted.BLOCKING, blocking),
                Permitted.withoutOneSided(Permitted.REACTIVE, reactive));
    }

    private static boolean sameType(JavaFile.Member blocking, JavaFile.Member reactive) {
        String type = Permitted.reactiveType(blocking.type());
        boolean method = blocking.key().startsWith("method ");
        String promised = "Uni<" + BOXES.getOrDefault(type, type) + ">";
        return reactive.type().equals(type) || (method && reactive.type().equals(promised));
    }

    private void expectEqual(String what, Object blocking, Object reactive) {
        if (!blocking.equals(reactive)) {
            drifts.add("%s: %s: %s in %s, %s in %s."
                    .formatted(file, what, blocking, Permitted.BLOCKING, reactive, Permitted.REACTIVE));
        }
    }

    private static List<String> parameters(String service, JavaFile.Member member, UnaryOperator<String> type) {
        return member.parameters().stream()
                .map(parameter ->
                        type.apply(parameter.type()) + " " + Permitted.withoutOneSided(service, parameter.name()))
                .toList();
    }

    private static List<String> typeNames(JavaFile file) {
        return file.types().stream().map(type -> "type " + type.name()).toList();
    }

    private static List<String> keys(JavaFile.Type type) {
        return type.members().stream().map(JavaFile.Member::key).toList();
    }
}
