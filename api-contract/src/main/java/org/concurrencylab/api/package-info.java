/** What goes over the wire, for services, contract suite and load tests alike; knows neither Quarkus nor a database. */
package org.concurrencylab.api;
