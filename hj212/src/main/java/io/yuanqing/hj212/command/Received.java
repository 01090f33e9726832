package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Field;
import io.yuanqing.hj212.Packet;
import java.util.List;
import java.util.Optional;

/**
 * A packet and what it says.
 *
 * @param command its row of the catalogue
 * @param way where such a packet goes
 * @param message its content; match it by type
 * @param packet the header, and the CP as sent
 * @param unread the CP's fields that the message has no place for or whose values are unreadable
 */
public record Received(Command command, Direction way, Message message, Packet packet, List<Field> unread) {

    /** Empty for a CN that is in no edition. */
    public static Optional<Received> of(Packet packet, Edition edition) {
        return of(packet, edition, Direction.BOTH);
    }

    /** Of a packet that is known to go {@code way}: from a logger's connection it comes UP. */
    public static Optional<Received> of(Packet packet, Edition edition, Direction way) {
        return Catalogue.find(packet, edition, way).map(row -> {
            CpReader cp = new CpReader(packet);
            Message message = row.form().view().read(cp, row.command());
            // HJ/T 212-2005 writes an answer's QN into the CP: it belongs to the header, see Packet.qn.
            cp.text(CpField.QN);
            return new Received(row.command(), row.form().way(), message, packet, cp.unread());
        });
    }
}
