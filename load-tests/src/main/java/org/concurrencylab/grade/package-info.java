/**
 * Grades the course labs of the folder {@code assignments}: builds a submission, starts its services, looks at what
 * they do, and says what is missing. Depends on the environment, the contract suite and plain clients.
 */
package org.concurrencylab.grade;
