/** Packets as each edition of HJ 212 writes them. */
@NullMarked
package io.yuanqing.simulator.wire;

import org.jspecify.annotations.NullMarked;
