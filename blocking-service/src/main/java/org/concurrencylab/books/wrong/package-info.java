/**
 * What is wrong on purpose, so that an experiment can show it, and cannot be shared between the services: see
 * {@link org.concurrencylab.api.wrong}. The right code knows nothing of it; it is chosen, or not, when the service
 * starts.
 */
package org.concurrencylab.books.wrong;
