/**
 * The API's HTTP rules that do not depend on the concurrency model: preconditions, paging, problems. Both services use
 * it.
 */
package org.concurrencylab.api.http;
