package org.concurrencylab.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.concurrencylab.cluster.Deployment;
import org.concurrencylab.cluster.ImageBuild;
import org.concurrencylab.cluster.ImageLoad;
import org.concurrencylab.cluster.Images;
import org.concurrencylab.cluster.Kubectl;
import org.concurrencylab.cluster.LoadJob;
import org.concurrencylab.cluster.LocalCluster;
import org.concurrencylab.environment.LabHome;
import org.concurrencylab.environment.Versions;
import org.concurrencylab.report.Report;
import org.concurrencylab.report.Summary;
import org.concurrencylab.report.TerminalReport;
import org.concurrencylab.results.Merge;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.ResultsFile;
import org.concurrencylab.results.StoredResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./lab k8s}: the same comparison in a Kubernetes cluster on this machine. */
@Command(
        name = "k8s",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Deploy the lab to a local Kubernetes cluster, compare there, take it away again.",
        subcommands = {K8sCommand.Up.class, K8sCommand.Compare.class, K8sCommand.Down.class})
public final class K8sCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Lab.USAGE;
    }

    /** What all of them do first. */
    abstract static class OnCluster implements Callable<Integer> {

        @Option(
                names = "--context",
                paramLabel = "NAME",
                description = "Of kubectl (default: the current one, if it looks like a cluster of this machine).")
        private String context;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Kubectl kubectl = Kubectl.on(Optional.ofNullable(context));
            LocalCluster cluster = kubectl.cluster(context != null);
            kubectl.requireCluster();
            say("cluster", cluster.title());
            return call(kubectl, cluster);
        }

        abstract int call(Kubectl kubectl, LocalCluster cluster);

        final Consumer<String> saying(String label) {
            return text -> say(label, text);
        }

        final void say(String label, String text) {
            spec.commandLine().getOut().printf("  %-10s %s%n", label, text);
            spec.commandLine().getOut().flush();
        }

        final CommandSpec spec() {
            return spec;
        }
    }

    /** {@code ./lab k8s up}. */
    @Command(
            name = "up",
            mixinStandardHelpOptions = true,
            description = "Build the images, load them into the cluster, deploy everything, wait until it is ready.")
    static final class Up extends OnCluster {

        @Option(
                names = "--no-build",
                description = "Take the images that the cluster has, tagged with the version alone.")
        private boolean noBuild;

        @Option(
                names = "--overlay",
                paramLabel = "NAME",
                description = "Of k8s/overlays (default: the one for this kind of cluster).")
        private String overlay;

        @Option(
                names = "--load-with",
                paramLabel = "COMMAND",
                description = "What brings an image to the cluster's nodes; its name is appended (default: what kind,"
                        + " minikube and k3d have for it, nothing for other clusters).")
        private String loadWith;

        @Override
        int call(Kubectl kubectl, LocalCluster cluster) {
            Images images = Images.of(Versions.ofThisBuild().lab());
            String wanted = Optional.ofNullable(overlay).orElse(cluster.overlay());
            Deployment deployment = new Deployment(kubectl, LabHome.find(), saying("deploy"));
            deployment.check(wanted, images);
            boolean areThere = false;
            if (!noBuild) {
                ImageBuild build = ImageBuild.on(LabHome.find(), saying("images"));
                images = build.build(images);
                areThere = build.load(
                        images,
                        cluster,
                        Optional.ofNullable(loadWith).map(ImageLoad::by).or(cluster::imageLoad));
            }
            deployment.up(wanted, images, areThere);
            say("next", "./lab k8s compare");
            return 0;
        }
    }

    /** {@code ./lab k8s compare}. */
    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            description = "Run the comparison as a Job in the cluster and fetch its report.")
    static final class Compare extends OnCluster {

        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = "Folder for the results; must be new or empty (default: results/k8s-<time>).")
        private Path out;

        @Option(
                names = "--parallel",
                description = "From several pods at a time (k8s/load-parallel), as for the overlay scale; their results"
                        + " become one report.")
        private boolean parallel;

        @Option(names = "--seed", paramLabel = "N", description = "Of the random order and the users' choices.")
        private Long seed;

        @Override
        int call(Kubectl kubectl, LocalCluster cluster) {
            Path folder = out == null ? OutFolder.named("k8s-") : OutFolder.given(spec().commandLine(), out);
            Images images = new Deployment(kubectl, LabHome.find(), saying("load"))
                    .deployed(Images.of(Versions.ofThisBuild().lab()));
            long runSeed = seed == null ? RandomGenerator.getDefault().nextInt(1, 1_000_000) : seed;
            LoadJob.Outcome outcome = new LoadJob(kubectl, LabHome.find(), saying("load"))
                    .run(parallel ? "load-parallel" : "load", images, runSeed, folder);
            Results results = Merge.of(StoredResults.read(outcome.folders().stream()
                    .map(of -> of.resolve("results.json"))
                    .toList()));
            if (parallel) {
                ResultsFile.write(folder.resolve("results.json"), results);
                Report.write(results, folder);
            }
            spec().commandLine().getOut().print(TerminalReport.render(Summary.of(results), Terminal.style()));
            say("report", folder.resolve("report.html").toString());
            return outcome.code();
        }
    }

    /** {@code ./lab k8s down}. */
    @Command(
            name = "down",
            mixinStandardHelpOptions = true,
            description = "Take everything away that ./lab k8s up has deployed, the database's data too.")
    static final class Down extends OnCluster {

        @Override
        int call(Kubectl kubectl, LocalCluster cluster) {
            new Deployment(kubectl, LabHome.find(), saying("down")).down();
            return 0;
        }
    }
}
