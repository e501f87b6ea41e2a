package org.concurrencylab.parity;

import java.util.List;
import java.util.Map;

/**
 * What a Java file declares, as its text has it.
 *
 * @param imports simple name to qualified name
 * @param types in the order of the file, nested ones with the name of the outer one before theirs
 */
record JavaFile(Map<String, String> imports, List<Type> types) {

    JavaFile {
        imports = Map.copyOf(imports);
        types = List.copyOf(types);
    }

    /** A type; {@code head} is its modifiers, kind, parameters and supertypes. */
    record Type(String name, String head, List<String> annotations, List<Member> members) {
        Type {
            annotations = List.copyOf(annotations);
            members = List.copyOf(members);
        }
    }

    /**
     * A field, constructor or method.
     *
     * @param key kind and name, numbered where a name is there again
     * @param modifiers such as {@code private static}, with type parameters and exceptions
     * @param type of the field or of what the method returns; empty for a constructor
     * @param initializer of the field, else empty
     * @param strings the string literals within the body, in their order
     */
    record Member(
            String key,
            String name,
            String modifiers,
            String type,
            List<String> annotations,
            List<Parameter> parameters,
            String initializer,
            List<String> strings) {
        Member {
            annotations = List.copyOf(annotations);
            parameters = List.copyOf(parameters);
            strings = List.copyOf(strings);
        }
    }

    /** A parameter, with its annotations in front of its name. */
    record Parameter(String name, String type) {}
}
