/** The benchmarks of the protocol library. */
@NullMarked
package io.yuanqing.benchmark.hj212;

import org.jspecify.annotations.NullMarked;
