/**
 * The Gatling simulations: which requests a client of the book API makes, and what it knows about the books. Runnable
 * by hand through Maven; the generator drives them too. Depends on Gatling only.
 */
package org.concurrencylab.simulations;
