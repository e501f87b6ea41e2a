package org.concurrencylab.experiments;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import java.util.Set;

/**
 * Counts in a syntax tree the calls that build on a Uni or Multi, and how deep lambdas and blocks lie in one another. A
 * parser does not know types, so such a call is one by its name, in a file that imports Mutiny, unless its chain begins
 * with a stream or an Optional.
 *
 * @see <a href="https://smallrye.io/smallrye-mutiny/">Mutiny</a>
 */
final class CodeScanner extends TreePathScanner<Void, Void> {
    private static final Set<String> OPERATORS = Set.of(
            "call",
            "chain",
            "collect",
            "combine",
            "concatenate",
            "createFrom",
            "eventually",
            "flatMap",
            "ifNoItem",
            "invoke",
            "join",
            "map",
            "merge",
            "onCancellation",
            "onFailure",
            "onItem",
            "onItemOrFailure",
            "onSubscription",
            "onTermination",
            "recoverWithItem",
            "recoverWithNull",
            "recoverWithUni",
            "replaceWith",
            "replaceWithNull",
            "replaceWithVoid",
            "emitOn",
            "runSubscriptionOn",
            "subscribe",
            "transform",
            "transformToMulti",
            "transformToUni",
            "transformToUniAndMerge",
            "transformToUniAndConcatenate");

    private static final Set<String> NOT_ASYNCHRONOUS =
            Set.of("stream", "parallelStream", "Stream", "IntStream", "Optional", "Arrays", "Collectors");

    private final boolean mutiny;
    private int operators;
    private int depth;
    private int deepest;

    CodeScanner(CompilationUnitTree unit) {
        mutiny = unit.getImports().stream()
                .anyMatch(
                        imported -> imported.getQualifiedIdentifier().toString().startsWith("io.smallrye.mutiny."));
    }

    int operators() {
        return operators;
    }

    /** 0 when there is neither a lambda nor a block in any method's body. */
    int nesting() {
        return deepest;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        if (mutiny
                && call.getMethodSelect() instanceof MemberSelectTree selected
                && OPERATORS.contains(selected.getIdentifier().toString())
                && !isSynchronous(selected.getExpression())) {
            operators++;
        }
        return super.visitMethodInvocation(call, unused);
    }

    private static boolean isSynchronous(ExpressionTree chain) {
        return switch (chain) {
            case MethodInvocationTree call -> isSynchronous(call.getMethodSelect());
            case MemberSelectTree selected ->
                NOT_ASYNCHRONOUS.contains(selected.getIdentifier().toString())
                        || isSynchronous(selected.getExpression());
            case IdentifierTree name -> NOT_ASYNCHRONOUS.contains(name.getName().toString());
            default -> false;
        };
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
        enter();
        super.visitLambdaExpression(lambda, unused);
        depth--;
        return null;
    }

    @Override
    public Void visitBlock(BlockTree block, Void unused) {
        Tree parent = getCurrentPath().getParentPath().getLeaf();
        if (parent instanceof MethodTree || parent instanceof LambdaExpressionTree || parent instanceof ClassTree) {
            return super.visitBlock(block, unused);
        }
        enter();
        super.visitBlock(block, unused);
        depth--;
        return null;
    }

    private void enter() {
        depth++;
        deepest = Math.max(deepest, depth);
    }
}
