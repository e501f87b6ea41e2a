package org.concurrencylab.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.concurrencylab.cluster.Images.Image;
import org.concurrencylab.environment.LabFailure;

/**
 * Builds images from the Dockerfiles and brings them to a cluster's nodes.
 *
 * @param builder docker or podman
 * @param home the project's folder
 * @param say hears a sentence for each thing that is done
 */
public record ImageBuild(Tool builder, Path home, Consumer<String> say) {

    /**
     * Podman would take a name without it for one of its own, which no manifest means; for docker it changes nothing.
     */
    private static final String IN_FULL = "docker.io/";

    /**
     * With docker, or podman where no docker daemon answers.
     *
     * @throws LabFailure when there is neither
     */
    public static ImageBuild on(Path home, Consumer<String> say) {
        Tool builder = Tool.find("docker")
                .filter(docker -> docker.run(List.of("version")).isGood())
                .or(() -> Tool.find("podman"))
                .orElseThrow(() -> new LabFailure(
                        "Neither a docker daemon nor podman is there to build images with: k8s/README.md says how Jib does"
                                + " without; take what the cluster has with --no-build. Nothing was applied."));
        return new ImageBuild(builder, home, say);
    }

    /**
     * Builds them all. Tags tell content apart: a cluster that has a tag does not look at it again, and pods restart
     * only for another one.
     *
     * @throws LabFailure when a build fails
     */
    public Images build(Images images) {
        List<Image> built = new ArrayList<>();
        for (Image image : images.all()) {
            say.accept("building " + image.name() + " with " + builder.path().getFileName());
            Path module = home.resolve(image.module());
            call(
                    image.name() + " was not built",
                    "build",
                    "--quiet",
                    "--file",
                    module.resolve(image.dockerfile()).toString(),
                    "--tag",
                    IN_FULL + image.name(),
                    module.toString());
            String id = call(
                    image.name() + " is not there", "image", "inspect", "--format={{.Id}}", IN_FULL + image.name());
            Image tagged = image.ofContent(id);
            call(tagged.name() + " was not tagged", "tag", IN_FULL + image.name(), IN_FULL + tagged.name());
            built.add(tagged);
        }
        return new Images(List.copyOf(built));
    }

    /**
     * Brings them to the cluster's nodes, if the cluster does not see this machine's own.
     *
     * @return whether it did, so that nobody need ask the nodes for them
     * @throws LabFailure when that fails
     */
    public boolean load(Images images, LocalCluster cluster, Optional<ImageLoad> load) {
        if (load.isEmpty()) {
            say.accept(cluster.title() + " is expected to see this machine's images: none is loaded");
            return false;
        }
        Tool loader = Tool.find(load.get().tool())
                .orElseThrow(() -> new LabFailure("There is no " + load.get().tool()
                        + " on the PATH, which brings images to " + cluster.title() + ". Nothing was applied."));
        for (Image image : images.all()) {
            say.accept("loading " + image.name() + " into " + cluster.title());
            Tool.Outcome loaded = load.get().fromArchive() && !isDocker()
                    ? throughArchive(image, archive -> loader.run(load.get().archive(archive)))
                    : loader.run(load.get().image(image.name()));
            if (!loaded.isGood()) {
                throw new LabFailure(
                        "The image " + image.name() + " was not loaded: " + loaded.reason() + ". Nothing was applied.");
            }
        }
        return true;
    }

    private boolean isDocker() {
        return builder.path().endsWith("docker");
    }

    private interface OnArchive {
        Tool.Outcome load(Path archive);
    }

    /** The clusters' tools look for names in docker's store only. */
    private Tool.Outcome throughArchive(Image image, OnArchive loader) {
        try {
            Path folder = Files.createTempDirectory("lab-image");
            Path archive = folder.resolve("image.tar");
            try {
                call(image.name() + " was not saved", "save", "--output", archive.toString(), IN_FULL + image.name());
                return loader.load(archive);
            } finally {
                Files.deleteIfExists(archive);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new LabFailure("The image " + image.name() + " was not saved: " + e.getMessage() + ".", e);
        }
    }

    private String call(String otherwise, String... arguments) {
        Tool.Outcome outcome = builder.run(Stream.of(arguments).toList());
        if (!outcome.isGood()) {
            throw new LabFailure("The image " + otherwise + ": " + outcome.reason() + ". Nothing was applied.");
        }
        return outcome.output();
    }
}
