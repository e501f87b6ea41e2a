/**
 * What a benchmark of interleaved slices may say: ratios with confidence intervals, the noise floor, verdicts. Knows no
 * other package of this module.
 *
 * <p>{@link PairedRatio} gives the ratio and its interval, {@link NoiseFloor} what the run calls a difference between
 * one contender and itself, and a {@link Family} the {@link Verdict}s. {@link BootstrapRatio} is for p99,
 * {@link WelchRatio} for what nothing pairs, such as runs before and after a change.
 *
 * <h2>Intervals</h2>
 *
 * How often a 95 % interval holds the true ratio, in percent of 20,000 simulated A/A runs (999 draws for the
 * bootstraps); the slices' noise is log-normal, a drift common to a block cancels. The tests repeat it with 2,000 runs:
 *
 * <pre>
 * noise of a slice                       method        5      6      8     15 blocks
 * sd 3 %                                 Student's t  95.0   95.2   94.9   95.0
 *                                        studentized  94.9   94.8   94.9   95.1
 *                                        BCa          83.8   86.0   88.2   91.9
 * sd 3 %, 5 % of slices × 1.3            Student's t  97.0   97.3   97.2   97.1
 *                                        studentized  95.6   94.5   93.0   90.0
 *                                        BCa          80.3   81.2   82.2   83.5
 * sd 8 %, 5 % of slices × 1.3            Student's t  95.7   95.7   95.4   95.4
 *                                        studentized  94.8   94.3   94.3   94.3
 *                                        BCa          83.2   84.9   87.1   90.8
 * sd 15 %, 20 % of slices × 2            Student's t  96.2   96.0   95.7   94.9
 *                                        studentized  95.3   94.0   93.6   93.7
 *                                        BCa          81.1   82.9   86.1   90.6
 * the same × 3, of one contender only    Student's t  85.6   85.4   87.0   92.9
 *                                        studentized  88.6   87.6   88.9   95.1
 *                                        BCa          74.2   77.6   83.3   93.0
 * </pre>
 *
 * So Student's t is the default: outliers that either side may have make it somewhat too wide if anything (97 % in the
 * second case). Where one contender alone stalls, as a p99 may show, no interval of fewer than 15 blocks reaches 95 %;
 * the studentized bootstrap comes nearest and is 1.2 to 1.9 times as wide there.
 *
 * <h2>Verdicts</h2>
 *
 * A quick run makes about 18 comparisons (2 contenders × 3 workloads × 3 figures), so by 95 % intervals alone 0.9 of
 * them would be called falsely per run. The printed intervals are per comparison; the verdicts are corrected for their
 * number by {@link Holm}. False alarms and power (a true 10 % found) of the rule of {@link Family}, in percent of
 * 20,000 simulated runs of three workloads with three figures, slices with sd 4 %, no outliers:
 *
 * <pre>
 *                                false alarms         false alarms in a run of 3 workloads
 * contenders  blocks  power      in one workload      all figures noisy    noise like a real run's
 * each workload a family
 *     1          8     90.2           2.4                   6.8                   3.0
 *     1         10     97.4           2.7                   7.7                   3.5
 *     2          8     82.1           2.3                   7.0                   3.2
 *     2         10     94.3           3.1                   8.3                   3.8
 * the whole run one family
 *     1          8     74.7                                 2.5                   1.1
 *     1         10     91.2                                 2.9                   1.3
 *     2         10     83.9                                 3.2                   1.5
 *     2         12     94.3                                 3.3                   1.6
 * </pre>
 *
 * "Like a real run's": the carried rate is the offered one and a p50 behind a fixed delay hardly varies. At most one of
 * twenty such A/A runs is called in 88 % of cases with 8 blocks and a family per workload, in 97 % with 10 blocks and
 * one family for the run, which is the better choice from 10 blocks (one contender) or 12 (two) on. Outliers (5 % of
 * slices × 1.3) raise no false alarm but halve the power: 49 % at 8 blocks. They have to be kept out by the validity of
 * slices.
 *
 * <p>All this holds for the processes that ran. If two starts of one program differ by chance, a run without restarts
 * takes that for a difference: with a standard deviation of 1 %, 2 %, 3 % or 5 % between two starts, 8 blocks and one
 * contender, 4, 10, 21 or 43 % of A/A workloads are called, and 5, 14, 29 or 60 % if the A/A pair is one process
 * measured twice instead of two processes (40,000 simulated runs). Only rounds with restarts cure that.
 */
package org.concurrencylab.statistics;
