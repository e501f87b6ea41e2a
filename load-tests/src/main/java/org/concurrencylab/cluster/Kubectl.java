package org.concurrencylab.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.concurrencylab.environment.LabFailure;

/**
 * The user's own kubectl, with its configuration and plug-ins, on one context.
 *
 * @param tool the program
 * @param context of the user's configuration
 */
public record Kubectl(Tool tool, Context context) {

    /**
     * A context of the user's configuration.
     *
     * @param name as kubectl knows it
     * @param server the API server's address
     * @param isMinikube whether minikube wrote it
     */
    public record Context(String name, String server, boolean isMinikube) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 10;
    private static final String NO_CLUSTER =
            "start a cluster first (kind create cluster, minikube start or k3d cluster" + " create)";

    /**
     * On a context.
     *
     * @param name of it; the current one if it is empty
     * @throws LabFailure when there is no kubectl or no such context
     */
    public static Kubectl on(Optional<String> name) {
        Tool tool = Tool.find("kubectl")
                .orElseThrow(() -> new LabFailure(
                        "There is no kubectl on the PATH: install it, and kind, minikube or k3d for a cluster."));
        String context = name.orElseGet(() -> {
            Tool.Outcome current = tool.run(List.of("config", "current-context"));
            if (!current.isGood() || current.output().isBlank()) {
                throw new LabFailure("kubectl has no current context: " + NO_CLUSTER + ".");
            }
            return current.output().strip();
        });
        Tool.Outcome view = tool.run(List.of("config", "view", "--minify", "--output=json", "--context=" + context));
        if (!view.isGood()) {
            throw new LabFailure("kubectl has no context " + context + ": kubectl config get-contexts lists them.");
        }
        JsonNode cluster =
                tree("config", view.output()).path("clusters").path(0).path("cluster");
        return new Kubectl(
                tool,
                new Context(
                        context,
                        cluster.path("server").asText(),
                        cluster.path("extensions").findValuesAsText("provider").stream()
                                .anyMatch(provider -> provider.startsWith("minikube"))));
    }

    /**
     * Which cluster it means.
     *
     * @param named whether the user has named the context
     * @throws LabFailure when it looks like one that is not meant
     */
    public LocalCluster cluster(boolean named) {
        return LocalCluster.of(context, named);
    }

    /** @throws LabFailure when the cluster does not answer within ten seconds */
    public void requireCluster() {
        Tool.Outcome version = run("version", "--request-timeout=" + PATIENCE_SECONDS + "s", "--output=json");
        if (!version.isGood()) {
            throw new LabFailure("No cluster answers at the context " + context.name() + " (" + context.server() + "): "
                    + NO_CLUSTER + ".");
        }
    }

    /** Runs a command whatever comes of it. */
    public Tool.Outcome run(String... arguments) {
        return tool.run(onContext(arguments));
    }

    /** Starts a command whose lines are heard while it runs. */
    Process follow(Consumer<String> line, String... arguments) {
        return tool.follow(onContext(arguments), line);
    }

    private List<String> onContext(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--context=" + context.name()));
        all.addAll(List.of(arguments));
        return all;
    }

    /**
     * Runs a command that must succeed.
     *
     * @return its standard output
     * @throws LabFailure with what it said
     */
    public String call(String... arguments) {
        Tool.Outcome outcome = run(arguments);
        if (!outcome.isGood()) {
            throw new LabFailure("kubectl " + verb(arguments) + " failed: " + outcome.reason() + ".");
        }
        return outcome.output();
    }

    /** The same, with its output as JSON. */
    public JsonNode json(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--output=json");
        return tree(verb(arguments), call(all.toArray(String[]::new)));
    }

    private static String verb(String... arguments) {
        return List.of(arguments).stream()
                .filter(argument -> !argument.startsWith("-"))
                .findFirst()
                .orElse("");
    }

    static JsonNode tree(String verb, String output) {
        try {
            return JSON.readTree(output);
        } catch (JsonProcessingException e) {
            throw new LabFailure("kubectl " + verb + " gave no JSON.", e);
        }
    }
}
