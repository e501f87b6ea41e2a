package org.concurrencylab.parity;

import com.sun.source.tree.CompilationUnitTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * One service with its Java parsed once.
 *
 * @param java the syntax tree of each Java file by its path
 */
record ParsedService(ServiceTree tree, SortedMap<String, CompilationUnitTree> java) {

    static ParsedService read(Path folder) throws IOException {
        return of(ServiceTree.read(folder));
    }

    static ParsedService of(ServiceTree tree) {
        return new ParsedService(tree, JavaParser.parse(tree));
    }

    /** The service with other texts, parsed again only when they are Java. */
    ParsedService as(ServiceTree changed) {
        boolean sameJava =
                java.keySet().stream().allMatch(path -> tree.text(path).equals(changed.text(path)))
                        && changed.sources().equals(tree.sources());
        return sameJava ? new ParsedService(changed, java) : of(changed);
    }
}
