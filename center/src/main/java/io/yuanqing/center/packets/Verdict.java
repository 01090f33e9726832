package io.yuanqing.center.packets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@link Admission} says about a frame. */
sealed interface Verdict {

    /** The header as far as it could be read, in storable form. */
    Header header();

    /**
     * The packet may enter the log.
     *
     * @param dataDay the day under which its key is kept; {@link PacketKey#UNDATED} without a DataTime
     * @param key equal for duplicates
     */
    record Admitted(Header header, @Nullable Instant dataTime, LocalDate dataDay, UUID key) implements Verdict {}

    /**
     * The frame cannot be taken as data.
     *
     * @param detail one sentence that names the value and the rule
     */
    record Refused(Header header, Reason reason, String detail) implements Verdict {}

    /** Short texts of the header, empty where absent. */
    record Header(String mn, String st, String cn) {}

    /** Why a frame is in quarantine. */
    enum Reason {
        BAD_CRC,
        BAD_LENGTH,
        UNREADABLE,
        /** Encrypted (HJ 212-2025), and no key is on record for the MN. */
        ENCRYPTED,
        /** Encrypted, and no key on record opens it. */
        KEY_WRONG,
        BAD_HEADER,
        DATA_TIME_TOO_OLD,
        DATA_TIME_IN_FUTURE,
        PASSWORD_REFUSED,
        ADDRESS_REFUSED,
        NOT_STORABLE
    }
}
