package org.concurrencylab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Fields that Kubernetes does not know, which its API server would drop without a word. */
final class UnknownFields {

    private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();

    private UnknownFields() {}

    /** The paths of all that a resource has, such as {@code Deployment.spec.replica}. */
    static List<String> of(JsonNode resource) {
        Object typed = KUBERNETES.unmarshal(resource.toString());
        List<String> unknown = new ArrayList<>();
        collect(typed, resource.path("kind").asText(), unknown);
        return unknown;
    }

    private static void collect(Object value, String path, List<String> unknown) {
        switch (value) {
            case null -> {}
            case Collection<?> all -> all.forEach(one -> collect(one, path, unknown));
            case KubernetesResource typed -> {
                for (Method getter : typed.getClass().getMethods()) {
                    if (isGetter(getter)) {
                        property(typed, getter, path, unknown);
                    }
                }
            }
            default -> {}
        }
    }

    private static boolean isGetter(Method method) {
        return method.getParameterCount() == 0 && method.getName().startsWith("get");
    }

    private static void property(Object owner, Method getter, String path, List<String> unknown) {
        Object value;
        try {
            value = getter.invoke(owner);
        } catch (ReflectiveOperationException e) {
            return;
        }
        String name = Character.toLowerCase(getter.getName().charAt(3))
                + getter.getName().substring(4);
        if (name.equals("additionalProperties")) {
            ((Map<?, ?>) value).keySet().forEach(key -> unknown.add(path + "." + key));
        } else {
            collect(value, path + "." + name, unknown);
        }
    }
}
