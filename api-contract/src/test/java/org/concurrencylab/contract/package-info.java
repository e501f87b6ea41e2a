/**
 * The executable contract: what every service that speaks the API must do, checked over HTTP. Depends on the wire
 * records only; knows no service, no framework and no database.
 */
package org.concurrencylab.contract;
