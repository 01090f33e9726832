package io.yuanqing.center;

import java.util.concurrent.Callable;

/**
 * A command that a room brings to the command line: a picocli command, named in {@code META-INF/services}. The root of the
 * rooms cannot name it, because a room stands on the root.
 */
public interface RoomCommand extends Callable<Integer> {}
