package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;

/**
 * What one packet says, without its header. Absent and unreadable parts are null or empty: {@link Received#unread()}
 * has what they were read from.
 */
public sealed interface Message permits Request, Answer, Upload, Notice, Reply {

    /** The row of the catalogue. */
    Command command();

    /**
     * The text between {@code CP=&&} and {@code &&}, in the edition's spelling.
     *
     * @throws IllegalArgumentException when a part is missing, outside the edition's range, or would end its field
     */
    String cp(Edition edition);
}
