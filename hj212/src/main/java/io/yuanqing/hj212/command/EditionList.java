package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;

/**
 * The editions that have a code.
 *
 * @param years as in "2005 2017 2025?"; a {@code ?} marks what is taken over from the edition before and not confirmed
 */
record EditionList(String years) {

    boolean has(Edition edition) {
        return years.contains(edition.year());
    }

    boolean sure(Edition edition) {
        return has(edition) && !years.contains(edition.year() + "?");
    }
}
