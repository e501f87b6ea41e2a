/** What a run measured, as records and as results.json; knows no other package of this module. */
package org.concurrencylab.results;
