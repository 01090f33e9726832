/** A city of data loggers that speak HJ 212 over real TCP. */
@NullMarked
package io.yuanqing.simulator;

import org.jspecify.annotations.NullMarked;
