package io.yuanqing.center.demo;

import io.yuanqing.center.Center;
import io.yuanqing.center.registry.Certificates;
import io.yuanqing.center.registry.Contact;
import io.yuanqing.center.registry.Contacts;
import io.yuanqing.center.registry.Contractors;
import io.yuanqing.center.registry.Contracts;
import io.yuanqing.center.registry.EquipmentRegister;
import io.yuanqing.center.registry.Medium;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.NewEnterprise;
import io.yuanqing.center.registry.OutletDetails;
import io.yuanqing.center.registry.OutletKind;
import io.yuanqing.center.registry.Outlets;
import io.yuanqing.center.registry.Staff;
import io.yuanqing.center.registry.SupervisionClass;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The archives of the sample city: permits, outlets, contacts, equipment, contractors. Days lie around the present one, so
 * that some certificates are about to end whenever the demo is started; all else is always alike.
 */
final class SampleArchives {

    private static final String SURNAMES = "李王张杨刘陈普赵白马何罗段孙";
    private static final List<String> GIVEN = List.of("永昌", "丽华", "建军", "思远", "春梅", "国强", "雪峰", "志平", "文秀");
    private static final int PERMIT_YEARS = 5;
    private static final int PERMIT_DAYS = PERMIT_YEARS * 365;

    private final Outlets outlets;
    private final Contacts contacts;
    private final EquipmentRegister equipment;
    private final Contractors contractors;
    private final Staff staff;
    private final Contracts contracts;
    private final Certificates certificates;
    private final Clock clock;
    private final Map<String, String> industryCodes = new HashMap<>();
    private final Map<String, String> waters = new HashMap<>();

    SampleArchives(
            Outlets outlets,
            Contacts contacts,
            EquipmentRegister equipment,
            Contractors contractors,
            Staff staff,
            Contracts contracts,
            Certificates certificates,
            Clock clock) {
        this.outlets = outlets;
        this.contacts = contacts;
        this.equipment = equipment;
        this.contractors = contractors;
        this.staff = staff;
        this.contracts = contracts;
        this.certificates = certificates;
        this.clock = clock;
        CityTable.read("sample-city/industries.csv")
                .forEach(row -> industryCodes.put(cell(row, "industry"), cell(row, "code")));
        CityTable.read("sample-city/waters.csv")
                .forEach(row -> waters.put(cell(row, "county"), cell(row, "receiving_water")));
    }

    /** @param number of the enterprise in the city, from 0 */
    NewEnterprise enterprise(Map<String, String> row, int number) {
        LocalDate until = today().plusDays(number * 37L % PERMIT_DAYS - 3);
        return new NewEnterprise(
                row.get("name"),
                row.get("county"),
                SupervisionClass.valueOf(cell(row, "supervision_class")),
                industryCodes.get(cell(row, "industry")),
                row.get("industry"),
                row.get("credit_code"),
                row.get("address"),
                new BigDecimal(cell(row, "longitude")),
                new BigDecimal(cell(row, "latitude")),
                row.get("credit_code") + "001P",
                until.minusYears(PERMIT_YEARS).plusDays(1),
                until);
    }

    /** Before its point, which then finds it by its name. */
    void outlet(Map<String, String> row, long enterprise, String county) {
        boolean water = Medium.WATER.name().equals(row.get("medium"));
        int number = Math.floorMod(cell(row, "mn").hashCode(), 1_000);
        outlets.register(
                enterprise,
                new OutletDetails(
                        row.get("outlet_code"),
                        row.get("outlet_name"),
                        Medium.valueOf(cell(row, "medium")),
                        cell(row, "assessed_factors").isEmpty() ? OutletKind.GENERAL : OutletKind.MAIN,
                        water ? waters.get(county) : null,
                        water ? null : BigDecimal.valueOf(15 + number % 14 * 5L),
                        null,
                        null));
    }

    /** Whether nobody has filled them. */
    boolean areEmpty() {
        return contractors.all().isEmpty();
    }

    /** What stands beside enterprises and points, in the order of their registration. */
    void fill(List<MonitoringPoint> points) {
        SampleEquipment instruments = new SampleEquipment(equipment, certificates, today());
        SampleContractors operators = new SampleContractors(contractors, staff, contracts, certificates, today());
        Set<Long> called = new HashSet<>();
        for (int i = 0; i < points.size(); i++) {
            MonitoringPoint point = points.get(i);
            instruments.register(point, i);
            operators.operate(point, i);
            if (called.add(point.enterpriseId())) {
                contacts.replace(point.enterpriseId(), List.of(contact(i, "环保负责人"), contact(i + 71, "在线设备管理员")));
            }
        }
    }

    private static Contact contact(int number, String duty) {
        String name = SURNAMES.charAt(number * 5 % SURNAMES.length()) + GIVEN.get(number % GIVEN.size());
        return new Contact(name, duty, String.format("0877-555%04d", 1_000 + number * 13 % 9_000));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Center.CITY_ZONE);
    }

    private static String cell(Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null) {
            throw new IllegalStateException("the sample city has no column '" + column + "'");
        }
        return value;
    }
}
