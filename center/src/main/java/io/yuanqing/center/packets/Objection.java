package io.yuanqing.center.packets;

/**
 * What room access holds against a frame whose bytes are sound: it goes to quarantine.
 *
 * @param detail one sentence that names the value and the rule
 */
public record Objection(Kind kind, String detail) {

    public enum Kind {
        /** Its PW is not the registered one. */
        PASSWORD,
        /** Its MN is bound to other addresses. */
        ADDRESS
    }
}
