package io.yuanqing.center.packets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What waits for the next commit, bounded by count and by bytes. A single frame always fits into an empty queue. */
final class LogQueue {

    private final int mostFrames;
    private final long mostBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final Condition notFull = lock.newCondition();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<Long> since = new ArrayDeque<>();
    private long takenSince;
    private boolean taken;
    private long bytes;

    LogQueue(int mostFrames, long mostBytes) {
        this.mostFrames = mostFrames;
        this.mostBytes = mostBytes;
    }

    boolean offer(Waiting one) {
        lock.lock();
        try {
            if (!fits(one)) {
                return false;
            }
            add(one);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for space. */
    void put(Waiting one) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!fits(one)) {
                notFull.await();
            }
            add(one);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something is there, at most the given time; takes up to {@code most}, in order. */
    List<Waiting> take(int most, long milliseconds) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
            while (waiting.isEmpty() && left > 0) {
                left = notEmpty.awaitNanos(left);
            }
            List<Waiting> batch = new ArrayList<>(Math.min(most, waiting.size()));
            while (batch.size() < most && !waiting.isEmpty()) {
                Waiting one = waiting.removeFirst();
                bytes -= one.size();
                batch.add(one);
                if (!taken) {
                    taken = true;
                    takenSince = since.getFirst();
                }
                since.removeFirst();
            }
            notFull.signalAll();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** The fates of what was taken are committed. */
    void done() {
        lock.lock();
        try {
            taken = false;
        } finally {
            lock.unlock();
        }
    }

    /** Nanoseconds since the oldest one came whose fate is not committed yet; 0: there is none. */
    long oldestNanos() {
        lock.lock();
        try {
            if (taken) {
                return System.nanoTime() - takenSince;
            }
            return since.isEmpty() ? 0 : System.nanoTime() - since.getFirst();
        } finally {
            lock.unlock();
        }
    }

    /** The larger of the two shares that are taken: of frames and of bytes. */
    double fill() {
        lock.lock();
        try {
            return Math.max((double) waiting.size() / mostFrames, (double) bytes / mostBytes);
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean fits(Waiting one) {
        return waiting.isEmpty() || (waiting.size() < mostFrames && bytes + one.size() <= mostBytes);
    }

    private void add(Waiting one) {
        waiting.addLast(one);
        since.addLast(System.nanoTime());
        bytes += one.size();
        notEmpty.signal();
    }
}
