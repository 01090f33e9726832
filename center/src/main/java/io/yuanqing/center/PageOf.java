package io.yuanqing.center;

import java.util.List;

/**
 * One page of a longer list.
 *
 * @param items what is on this page
 * @param total how many there are on all pages
 */
public record PageOf<T>(List<T> items, long total) {

    /** Most items that one page may hold. */
    public static final int MAX_SIZE = 1000;

    /**
     * Refuses a page that does not exist.
     *
     * @param page 0-based
     * @param size 1 to {@link #MAX_SIZE}
     */
    public static void check(int page, int size) {
        if (page < 0) {
            throw Refusal.invalid("page", "'" + page + "' is no page; pages are counted from 0");
        }
        if (size < 1 || size > MAX_SIZE) {
            throw Refusal.invalid("size", "'" + size + "' is no page size; it must be 1 to " + MAX_SIZE);
        }
    }
}
