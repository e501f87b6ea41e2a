package org.concurrencylab.books;

import io.quarkus.test.junit.QuarkusTest;
import org.concurrencylab.contract.ContractSuite;

@QuarkusTest
class ContractTest extends ContractSuite {}
