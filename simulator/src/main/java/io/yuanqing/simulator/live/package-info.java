/** Data loggers that send over TCP. */
@NullMarked
package io.yuanqing.simulator.live;

import org.jspecify.annotations.NullMarked;
