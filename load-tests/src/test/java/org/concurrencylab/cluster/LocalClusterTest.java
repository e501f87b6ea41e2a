package org.concurrencylab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.concurrencylab.environment.LabFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalClusterTest {

    @ParameterizedTest
    @CsvSource({
        "kind-lab, https://127.0.0.1:40001, false, the kind cluster lab, kind",
        "k3d-lab, https://0.0.0.0:40001, false, the k3d cluster lab, k3d",
        "minikube, https://192.168.49.2:8443, true, the minikube cluster minikube, minikube",
        "second, https://192.168.58.2:8443, true, the minikube cluster second, minikube",
        "docker-desktop, https://kubernetes.docker.internal:6443, false, the cluster of context docker-desktop, plain",
        "mine, https://localhost:6443, false, the cluster of context mine, plain",
    })
    void knowsTheKindsOfLocalClusters(String context, String server, boolean minikube, String title, String overlay) {
        LocalCluster cluster = LocalCluster.of(new Kubectl.Context(context, server, minikube), false);

        assertThat(cluster.title()).isEqualTo(title);
        assertThat(cluster.overlay()).isEqualTo(overlay);
    }

    @ParameterizedTest
    @CsvSource({
        "shop, https://api.shop.example:6443",
        "kind-shop, https://api.shop.example:6443",
        "k3d-shop, https://192.168.1.20:6443",
        "shop, https://127.0.0.1.shop.example:6443",
        "shop-production, https://127.0.0.1:6443",
        "eks_prod, https://localhost:6443",
    })
    void touchesNoClusterElsewhereUnlessItIsNamed(String context, String server) {
        Kubectl.Context elsewhere = new Kubectl.Context(context, server, false);

        assertThatExceptionOfType(LabFailure.class)
                .isThrownBy(() -> LocalCluster.of(elsewhere, false))
                .withMessageContaining("name it with --context=" + context)
                .withMessageEndingWith("Nothing was applied.");
        assertThat(LocalCluster.of(elsewhere, true).title()).contains("cluster");
    }

    @Test
    void takesAWordOfAnotherMeaningForNoProduction() {
        assertThat(LocalCluster.of(new Kubectl.Context("products", "https://127.0.0.1:6443", false), false)
                        .overlay())
                .isEqualTo("plain");
    }

    @Test
    void loadsImagesWithTheClustersOwnTool() {
        LocalCluster kind = LocalCluster.of(new Kubectl.Context("kind-lab", "https://127.0.0.1:1", false), false);

        assertThat(kind.imageLoad().orElseThrow().image("a:1"))
                .containsExactly("load", "docker-image", "a:1", "--name", "lab");
        assertThat(ImageLoad.by("microk8s load  --quiet").image("a:1")).containsExactly("load", "--quiet", "a:1");
    }
}
