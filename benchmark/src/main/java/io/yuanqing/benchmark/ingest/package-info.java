/** The ingest benchmark: a real server under load over TCP, every packet acknowledged after its durable commit. */
@NullMarked
package io.yuanqing.benchmark.ingest;

import org.jspecify.annotations.NullMarked;
