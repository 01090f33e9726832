/**
 * Compressed blocks of packets: bytes in, the same bytes out. Pure; knows neither the database nor the protocol's meaning,
 * only what its text looks like. {@link io.yuanqing.center.packets.block.BlockCodec} is the door.
 */
@NullMarked
package io.yuanqing.center.packets.block;

import org.jspecify.annotations.NullMarked;
