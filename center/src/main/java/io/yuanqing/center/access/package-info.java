/**
 * The door for data loggers: a TCP server that cuts the stream into frames, hands them to the packet log, and answers only
 * after the commit.
 */
@ApplicationModule(displayName = "access")
@NullMarked
package io.yuanqing.center.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
