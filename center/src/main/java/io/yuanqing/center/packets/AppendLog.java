package io.yuanqing.center.packets;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What all that comes before and after the packets rests on: append, and read on from a position. {@link PacketLog} keeps
 * it with PostgreSQL; whatever is to stand in its place must pass the same contract test ({@code AppendLogContract}).
 *
 * <ul>
 *   <li>A fate is told after the packet's commit has reached the disk, never before.
 *   <li>Positions are 1, 2, 3 … in the order of commits, without gaps: who keeps the last one that it has seen misses
 *       nothing, whoever else appends.
 *   <li>Frames of one caller are taken in its order. A packet whose data are there already gets no position; the same
 *       DataTime with other data is a version of its own. A frame that is no data gets none either.
 *   <li>What waits for its commit is bounded.
 * </ul>
 */
public interface AppendLog {

    /**
     * Queues a frame for the next commit.
     *
     * @return its fate to come; null when there is no room, then try again when {@link #onCommit} calls
     */
    @Nullable
    CompletableFuture<Fate> offer(Arrival arrival);

    /** Queues frames, waiting for room; the fates come in the frames' order once all are committed. */
    CompletableFuture<List<Fate>> append(List<Arrival> arrivals) throws InterruptedException;

    /** Calls {@code wake} after each commit, and when there is room again; it must return at once. */
    void onCommit(Runnable wake);

    /** The last committed position; 0 while the log is empty. */
    long head();

    /** Packets after a position, in position order; fewer than {@code limit} only at the end of the log. */
    List<StoredPacket> read(long afterPosition, int limit);
}
