/**
 * What is wrong on purpose, so that an experiment can show it: off in every deployment, unless a setting whose name
 * says so switches it on at start. Nothing else depends on it but the choice that a service makes when it starts.
 */
package org.concurrencylab.api.wrong;
