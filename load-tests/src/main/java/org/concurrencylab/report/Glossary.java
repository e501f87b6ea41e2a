package org.concurrencylab.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** The terms that the report uses, in plain words. */
final class Glossary {
    private Glossary() {}

    static Map<String, String> terms() {
        Map<String, String> terms = new LinkedHashMap<>();
        terms.put("Block", "One repetition of the whole comparison: every contender once under every workload.");
        terms.put("Carried", "Requests that were answered as the API promises, per second.");
        terms.put(
                "Context switch",
                "The operating system takes a CPU from one thread and gives it to another; voluntary when the thread had"
                        + " to wait.");
        terms.put("CPU time", "Time that CPUs spent working for the service; waiting costs none.");
        terms.put(
                "Event loop",
                "One thread that serves many requests in turn and is never allowed to wait for any of them.");
        terms.put("Latency", "Time from sending a request to its answer.");
        terms.put(
                "Little's law",
                "Requests in flight = requests per second × seconds each takes. With 200 threads and 0.2 s each, no more"
                        + " than 1,000 per second can pass.");
        terms.put("Offered", "Requests per second that the generator sends.");
        terms.put(
                "p50, p90, p99",
                "Percentiles: 50, 90 or 99 of 100 requests took no longer. p50 is also called the median.");
        terms.put("Round", "All blocks between two starts of the services; each of several merged runs is one.");
        terms.put("RSS", "Resident set size: physical memory that a process occupies.");
        terms.put("Slice", "A few seconds in which one contender serves one workload.");
        terms.put(
                "Virtual thread",
                "A thread of the JVM, not of the operating system; while it waits, its carrier thread serves another.");
        terms.put(
                "Worker thread",
                "A thread of the operating system from a pool; it serves one request and waits with it.");
        return terms;
    }
}
