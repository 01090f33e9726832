package io.yuanqing.center.readings;

import static org.awaitility.Awaitility.await;

import io.yuanqing.center.packets.Arrival;
import io.yuanqing.center.packets.Fate;
import io.yuanqing.center.packets.Origin;
import io.yuanqing.center.packets.PacketLog;
import io.yuanqing.center.registry.Enterprises;
import io.yuanqing.center.registry.Medium;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.NewEnterprise;
import io.yuanqing.center.registry.NewPoint;
import io.yuanqing.center.registry.Points;
import io.yuanqing.center.registry.SupervisionClass;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Encoder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.test.context.TestComponent;

/** Registers points and brings packets into the real log, for tests. */
@TestComponent
public class City {

    private final Enterprises enterprises;
    private final Points points;
    private final PacketLog log;
    private final List<DerivedReader> readers;
    private Long enterprise;

    City(Enterprises enterprises, Points points, PacketLog log, List<DerivedReader> readers) {
        this.enterprises = enterprises;
        this.points = points;
        this.log = log;
        this.readers = readers;
    }

    public synchronized MonitoringPoint register(String mn, boolean endStamped, String... assessedFactors) {
        if (enterprise == null) {
            enterprise = enterprises
                    .register(
                            new NewEnterprise("玉溪试验水泥有限公司", "红塔区", SupervisionClass.KEY, null, null, null, null, null))
                    .id();
        }
        return points.register(new NewPoint(
                mn,
                enterprise,
                "总排口 " + mn,
                Medium.WATER,
                "2017",
                null,
                null,
                null,
                null,
                assessedFactors.length == 0 ? null : List.of(assessedFactors),
                null,
                null,
                null,
                endStamped,
                null,
                null));
    }

    /** Returns once the packet is committed. */
    public Fate send(String mn, String cn, String dataTime, String items, Instant receivedAt) {
        return append(segment(mn, cn, "", dataTime, items), receivedAt);
    }

    public Fate sendBackfilled(String mn, String cn, String dataTime, String items, Instant receivedAt) {
        return append(segment(mn, cn, "RF=1;", dataTime, items), receivedAt);
    }

    public static String segment(String mn, String cn, String rf, String dataTime, String items) {
        return "QN=20261120000000000;ST=32;CN=" + cn + ";PW=123456;MN=" + mn + ";Flag=4;" + rf + "CP=&&DataTime="
                + dataTime + ";" + items + "&&";
    }

    public Fate append(String segment, Instant receivedAt) {
        return append(List.of(arrival(segment, receivedAt))).get(0);
    }

    public List<Fate> append(List<Arrival> arrivals) {
        try {
            return log.append(arrivals).get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static Arrival arrival(String segment, Instant receivedAt) {
        return new Arrival(receivedAt, "192.0.2.1", Decoder.decode(Encoder.frame(segment)), Origin.LIVE);
    }

    /** Until nothing is left to derive. */
    public void awaitDerived() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> readers.stream().allMatch(reader -> reader.lag() == 0));
    }
}
