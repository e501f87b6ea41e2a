/** The lab in a Kubernetes cluster, through the user's own kubectl. */
package org.concurrencylab.cluster;
