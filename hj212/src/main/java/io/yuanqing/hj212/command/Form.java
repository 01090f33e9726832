package io.yuanqing.hj212.command;

import org.jspecify.annotations.Nullable;

/**
 * One kind of packet within a command's dialogue.
 *
 * @param way where such a packet goes
 * @param sign what its CP shows and those of the other forms under the same CN do not; null: none of the others' signs
 */
record Form(
        Class<? extends Message> type,
        View view,
        Direction way,
        @Nullable Sign sign) {

    static Form down(Class<? extends Message> type, View view) {
        return new Form(type, view, Direction.DOWN, null);
    }

    static Form up(Class<? extends Message> type, View view) {
        return new Form(type, view, Direction.UP, null);
    }

    Form when(Sign seen) {
        return new Form(type, view, way, seen);
    }

    Form bothWays() {
        return new Form(type, view, Direction.BOTH, sign);
    }
}
