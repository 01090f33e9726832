package io.yuanqing.center.identity.tls;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Under which names and addresses browsers may reach this machine.
 *
 * @param hosts names
 * @param addresses in numbers
 */
record LocalNames(Set<String> hosts, Set<String> addresses) {

    private static final Logger LOG = LoggerFactory.getLogger(LocalNames.class);

    static LocalNames present() {
        Set<String> hosts = new TreeSet<>(Set.of("localhost"));
        Set<String> addresses = new TreeSet<>(Set.of("127.0.0.1", "0:0:0:0:0:0:0:1"));
        try {
            String host = InetAddress.getLocalHost().getHostName();
            if (host.matches("[A-Za-z0-9.-]+")) {
                hosts.add(host.toLowerCase(java.util.Locale.ROOT));
            }
        } catch (UnknownHostException e) {
            LOG.info("This machine's host name does not resolve; its certificate names addresses only");
        }
        try {
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                for (InetAddress address : Collections.list(network.getInetAddresses())) {
                    if (network.isUp() && !address.isLinkLocalAddress()) {
                        addresses.add(address.getHostAddress().replaceAll("%.*", ""));
                    }
                }
            }
        } catch (SocketException e) {
            LOG.warn("The network interfaces cannot be listed; the certificate names this machine only", e);
        }
        return new LocalNames(hosts, addresses);
    }
}
