package org.concurrencylab.contract;

/**
 * Everything a service must do. Its own tests extend this class with {@code @QuarkusTest} and nothing else; elsewhere
 * {@link ContractTarget#URL} names the service.
 */
public abstract class ContractSuite extends StoreSuite
        implements OfferContract,
                GuardContract,
                OffersContract,
                ForecastContract,
                CoverContract,
                BadInputContract,
                ProtocolContract,
                OperationsContract {}
