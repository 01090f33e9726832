package io.yuanqing.center.registry;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * An address or a network of addresses (CIDR), IPv4 or IPv6.
 *
 * @param first its first address
 * @param bits how many leading bits its addresses share
 */
public record Network(InetAddress first, int bits) {

    /** {@code 192.0.2.7}, {@code 10.1.0.0/16}, {@code 2001:db8::/32}; empty for anything else, names of hosts included. */
    public static Optional<Network> of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        String length = slash < 0 ? "" : text.substring(slash + 1);
        boolean literal =
                address.matches("\\d{1,3}(\\.\\d{1,3}){3}") || address.matches("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
        if (!literal || !(slash < 0 || length.matches("\\d{1,3}"))) {
            return Optional.empty();
        }
        try {
            InetAddress first = InetAddress.getByName(address); // a literal: nothing is looked up
            int most = first.getAddress().length * 8;
            int bits = slash < 0 ? most : Integer.parseInt(length);
            return bits > most ? Optional.empty() : Optional.of(new Network(first, bits));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress address) {
        byte[] ours = first.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += 8) {
            int mask = bits - bit >= 8 ? 0xFF : 0xFF << 8 - (bits - bit) & 0xFF;
            if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        String address = first.getHostAddress();
        return bits == first.getAddress().length * 8 ? address : address + "/" + bits;
    }
}
