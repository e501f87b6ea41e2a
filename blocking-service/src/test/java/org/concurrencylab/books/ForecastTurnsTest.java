package org.concurrencylab.books;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.concurrencylab.contract.ForecastTurns;
import org.concurrencylab.contract.fixture.Impatience;

@QuarkusTest
@TestProfile(Impatience.class)
class ForecastTurnsTest extends ForecastTurns {}
