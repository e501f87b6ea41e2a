package org.concurrencylab.verify;

import org.concurrencylab.contract.ContractSuite;

/** The suite as JUnit can run it here. No name that Surefire takes for a test: it needs a service. */
final class LiveContract extends ContractSuite {}
