package org.concurrencylab.verify;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Predicate;
import org.concurrencylab.contract.ContractTarget;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the contract suite in this JVM against a service that already answers. */
public final class ContractRunner {

    private ContractRunner() {}

    /**
     * Checks the service. It must be reachable: {@link ContractPreflight} tells in one sentence if it is not.
     *
     * @param target the service, and the sellers if they may be made to fail
     */
    public static ContractReport run(ContractTarget target) {
        return run(target, topic -> true);
    }

    /**
     * Checks some topics only.
     *
     * @param target the service, and the sellers if they may be made to fail
     * @param topics which of the suite's interfaces to run, by simple name such as {@code RaceContract}
     */
    public static ContractReport run(ContractTarget target, Predicate<String> topics) {
        return runChecks(target, check -> topics.test(topic(check)));
    }

    /** Makes some checks only, each a method of one of the suite's interfaces. */
    static ContractReport runChecks(ContractTarget target, Predicate<Method> checks) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(LiveContract.class))
                .filters((org.junit.platform.launcher.PostDiscoveryFilter)
                        descriptor -> FilterResult.includedIf(isOneOf(descriptor, checks)))
                .configurationParameter(ContractTarget.URL, target.baseUrl().toString());
        target.sellers()
                .ifPresent(sellers -> request.configurationParameter(ContractTarget.SELLERS, sellers.toString()));
        return execute(target, request.build());
    }

    private static ContractReport execute(ContractTarget target, LauncherDiscoveryRequest request) {
        ReportingListener listener = new ReportingListener(target.baseUrl());
        LauncherFactory.create().execute(request, listener);
        return listener.report();
    }

    private static boolean isOneOf(TestDescriptor descriptor, Predicate<Method> checks) {
        return method(descriptor.getSource().orElse(null)).map(checks::test).orElse(true);
    }

    /** The interface of the suite that a check stands in. */
    static Optional<String> topic(Object source) {
        return method(source).map(ContractRunner::topic);
    }

    private static String topic(Method check) {
        return check.getDeclaringClass().getSimpleName();
    }

    private static Optional<Method> method(Object source) {
        return source instanceof MethodSource method ? Optional.of(method.getJavaMethod()) : Optional.empty();
    }
}
