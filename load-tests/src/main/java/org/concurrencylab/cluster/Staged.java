package org.concurrencylab.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.concurrencylab.environment.LabFailure;

/**
 * A kustomization of the project with the tags of images that were just built, in the target folder: what users keep in
 * k8s stays as it is.
 */
final class Staged {

    private Staged() {}

    /**
     * Writes it.
     *
     * @param base to be changed, below k8s
     * @param patches further lines of the kustomization; may be empty
     * @return the folder for kubectl
     * @throws LabFailure when there is no such base, or it cannot be written
     */
    static Path of(Path home, String base, Images images, String patches) {
        if (!Files.isRegularFile(home.resolve("k8s").resolve(base).resolve("kustomization.yaml"))) {
            throw new LabFailure("There is no k8s/" + base + "/kustomization.yaml. Nothing was applied.");
        }
        Path folder = home.resolve("load-tests/target/k8s").resolve(base);
        Path there = folder.relativize(home.resolve("k8s").resolve(base));
        String tags = images.all().stream()
                .map(image -> "  - name: %s%n    newTag: %s%n".formatted(image.repository(), image.tag()))
                .collect(Collectors.joining());
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("kustomization.yaml"), """
                    apiVersion: kustomize.config.k8s.io/v1beta1
                    kind: Kustomization
                    resources:
                      - %s
                    images:
                    %s%s""".formatted(there, tags, patches));
            return folder;
        } catch (IOException e) {
            throw new LabFailure("Cannot write to " + folder + ": " + e.getMessage() + ".", e);
        }
    }
}
