/** Runs benchmarks and prints what they measured. */
@NullMarked
package io.yuanqing.benchmark;

import org.jspecify.annotations.NullMarked;
