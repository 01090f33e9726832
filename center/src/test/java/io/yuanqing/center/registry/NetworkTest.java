package io.yuanqing.center.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "10.1.0.0/16, 10.1.255.255, true",
        "10.1.0.0/16, 10.2.0.0, false",
        "10.1.2.128/25, 10.1.2.127, false",
        "10.1.2.128/25, 10.1.2.129, true",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, ::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false"
    })
    void anAddressIsInANetworkWhenItsFirstBitsAreTheSame(String network, String address, boolean inside)
            throws Exception {
        assertThat(Network.of(network).orElseThrow().contains(InetAddress.getByName(address)))
                .isEqualTo(inside);
    }

    /** A name would be looked up, by whoever answers for it that day. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "example.org", "10.1.0.0/33", "10.1.0.0/", "10.1.0/16", "300.1.1.1", "::/129", "10.1.0.0/-1"
            })
    void nothingElseIsANetwork(String text) {
        assertThat(Network.of(text)).isEmpty();
    }
}
