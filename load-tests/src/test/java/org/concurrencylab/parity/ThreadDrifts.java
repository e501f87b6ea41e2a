package org.concurrencylab.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Each resource runs on the kind of thread that its contender is measured for, which an annotation decides. */
final class ThreadDrifts {

    private static final Set<String> REQUESTS = Set.of("@GET", "@POST", "@PUT", "@DELETE", "@PATCH", "@HEAD");
    private static final Set<String> EXPLICIT = Set.of("@NonBlocking", "@Blocking");

    private ThreadDrifts() {}

    static List<String> in(Map<String, JavaFile> blocking, Map<String, JavaFile> reactive) {
        List<String> drifts = new ArrayList<>();
        for (JavaFile.Type resource : resources(blocking)) {
            if (!resource.annotations().contains("@RunOnVirtualThread")) {
                drifts.add("%s in %s lacks @RunOnVirtualThread: contender virtual would run it on worker threads."
                        .formatted(resource.name(), Permitted.BLOCKING));
            }
            requests(resource)
                    .filter(ThreadDrifts::asynchronous)
                    .forEach(request -> drifts.add("%s of %s in %s returns a Uni."
                            .formatted(request.key(), resource.name(), Permitted.BLOCKING)));
        }
        for (JavaFile.Type resource : resources(reactive)) {
            requests(resource)
                    .filter(request -> !asynchronous(request)
                            && !explicit(request.annotations())
                            && !explicit(resource.annotations()))
                    .forEach(request -> drifts.add("%s of %s in %s returns no Uni and does not say where it runs."
                            .formatted(request.key(), resource.name(), Permitted.REACTIVE)));
        }
        return drifts;
    }

    private static List<JavaFile.Type> resources(Map<String, JavaFile> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith("src/main/"))
                .flatMap(file -> file.getValue().types().stream())
                .filter(type -> type.annotations().stream().anyMatch(text -> text.startsWith("@Path(")))
                .toList();
    }

    private static Stream<JavaFile.Member> requests(JavaFile.Type resource) {
        return resource.members().stream()
                .filter(member -> member.annotations().stream().anyMatch(REQUESTS::contains));
    }

    private static boolean asynchronous(JavaFile.Member request) {
        return request.type().startsWith("Uni<");
    }

    private static boolean explicit(List<String> annotations) {
        return annotations.stream().anyMatch(EXPLICIT::contains);
    }
}
