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
            List<Waiting> taken = new ArrayList<>(Math.min(most, waiting.size()));
            while (taken.size() < most && !waiting.isEmpty()) {
                Waiting one = waiting.removeFirst();
                bytes -= one.size();
                taken.add(one);
            }
            notFull.signalAll();
            return taken;
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
        bytes += one.size();
        notEmpty.signal();
    }
}
