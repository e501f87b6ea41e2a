package org.concurrencylab.books;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.concurrencylab.contract.StoreSuite;
import org.concurrencylab.contract.fixture.DriverPersistence;

@QuarkusTest
@TestProfile(DriverPersistence.class)
class DriverContractTest extends StoreSuite {}
