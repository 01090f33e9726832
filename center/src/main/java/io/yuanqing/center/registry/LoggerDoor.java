package io.yuanqing.center.registry;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the logger of a point proves who it is.
 *
 * @param password its PW; null: none is registered
 * @param networks from which alone it may send; empty: from anywhere
 */
public record LoggerDoor(@Nullable String password, List<Network> networks) {

    public boolean admits(InetAddress address) {
        return networks.isEmpty() || networks.stream().anyMatch(network -> network.contains(address));
    }
}
