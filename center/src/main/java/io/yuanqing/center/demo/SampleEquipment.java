package io.yuanqing.center.demo;

import io.yuanqing.center.registry.Certificate.Owner;
import io.yuanqing.center.registry.CertificateDetails;
import io.yuanqing.center.registry.CertificateKind;
import io.yuanqing.center.registry.Certificates;
import io.yuanqing.center.registry.Equipment;
import io.yuanqing.center.registry.EquipmentDetails;
import io.yuanqing.center.registry.EquipmentKind;
import io.yuanqing.center.registry.EquipmentRegister;
import io.yuanqing.center.registry.MonitoringPoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands at the points of the sample city, by {@code instruments.csv}, and the papers of it. */
final class SampleEquipment {

    private static final int REPLACED_EVERY = 25;
    private static final int OLDEST_DAYS = 2_400;
    private static final int ACCEPTED_AFTER = 40;
    /** A verification is valid for a year; some have run out, as they do. */
    private static final int VERIFIED_DAYS = 365;

    private final EquipmentRegister register;
    private final Certificates certificates;
    private final LocalDate today;
    private final Map<String, List<Map<String, String>>> byName = new LinkedHashMap<>();

    SampleEquipment(EquipmentRegister register, Certificates certificates, LocalDate today) {
        this.register = register;
        this.certificates = certificates;
        this.today = today;
        for (Map<String, String> row : CityTable.read("sample-city/instruments.csv")) {
            String key = row.get("medium") + " " + row.get("name");
            byName.merge(
                    key,
                    List.of(row),
                    (some, one) -> java.util.stream.Stream.concat(some.stream(), one.stream())
                            .toList());
        }
    }

    /** @param number of the point in the city, from 0: it decides which makers and days the point has */
    void register(MonitoringPoint point, int number) {
        Set<String> measured = new HashSet<>(point.factors());
        int position = 0;
        for (List<Map<String, String>> variants : byName.values()) {
            Map<String, String> row = variants.get(number % variants.size());
            List<String> factors =
                    codes(row).stream().filter(measured::contains).toList();
            boolean wanted = codes(row).isEmpty() || !factors.isEmpty();
            if (point.medium().name().equals(row.get("medium")) && wanted) {
                register(point, row, factors, number, position++);
            }
        }
    }

    private void register(
            MonitoringPoint point, Map<String, String> row, List<String> factors, int number, int position) {
        int turn = number * 7 + position;
        LocalDate installed = today.minusDays(200L + turn * 131L % OLDEST_DAYS);
        Equipment placed = register.register(point.mn(), details(row, factors, turn, installed));
        if (turn % REPLACED_EVERY == 0) {
            placed = register.replace(
                    placed.id(), details(row, factors, turn + 5_000, today.minusDays(90L + turn % 100)));
        }
        if (position == 0) {
            verify(placed, turn);
        }
    }

    private void verify(Equipment placed, int turn) {
        LocalDate issued = today.minusDays(turn * 17L % (VERIFIED_DAYS + 12));
        certificates.register(
                Owner.EQUIPMENT,
                placed.id(),
                new CertificateDetails(
                        CertificateKind.VERIFICATION,
                        placed.name() + "校准证书",
                        "JZ" + issued.getYear() + "-" + String.format("%05d", turn),
                        "澄湖计量校准所",
                        issued,
                        issued.plusDays(VERIFIED_DAYS)));
    }

    private static EquipmentDetails details(
            Map<String, String> row, List<String> factors, int turn, LocalDate installed) {
        EquipmentKind kind = EquipmentKind.valueOf(String.valueOf(row.get("kind")));
        String model = String.valueOf(row.get("model"));
        return new EquipmentDetails(
                kind,
                row.get("name"),
                factors,
                row.get("maker"),
                model,
                model.replaceAll("[^A-Za-z]", "").toUpperCase()
                        + (installed.getYear() % 100)
                        + String.format("%05d", turn * 37),
                row.get("principle"),
                number(row, "range_low"),
                number(row, "range_high"),
                row.get("unit"),
                number(row, "detection_limit"),
                kind == EquipmentKind.ANALYZER ? "HBRZ-" + installed.getYear() + "-" + (100 + turn % 60) : null,
                installed,
                installed.plusDays(ACCEPTED_AFTER));
    }

    private static List<String> codes(Map<String, String> row) {
        String cell = String.valueOf(row.get("factors"));
        return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
    }

    private static @Nullable BigDecimal number(Map<String, String> row, String column) {
        String cell = row.get(column);
        return cell == null || cell.isEmpty() ? null : new BigDecimal(cell);
    }
}
