package org.concurrencylab.contract;

/**
 * What a service must do with its database, for one more way to talk to it: the rest of {@link ContractSuite} does not
 * depend on that. Each check makes the books it needs and removes them, so that the database may hold others.
 */
public abstract class StoreSuite extends ServiceChecks
        implements ReadingContract,
                PagingContract,
                WritingContract,
                PreconditionContract,
                OrderContract,
                RaceContract {}
