package io.yuanqing.center.demo;

import io.yuanqing.center.registry.Certificate.Owner;
import io.yuanqing.center.registry.CertificateDetails;
import io.yuanqing.center.registry.CertificateKind;
import io.yuanqing.center.registry.Certificates;
import io.yuanqing.center.registry.ContractorDetails;
import io.yuanqing.center.registry.Contractors;
import io.yuanqing.center.registry.Contracts;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.NewContract;
import io.yuanqing.center.registry.Staff;
import io.yuanqing.center.registry.StaffDetails;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Who operates the points of the sample city, with their people and papers. */
final class SampleContractors {

    private static final int HANDED_OVER_EVERY = 9;

    private final Contracts contracts;
    private final LocalDate today;
    private final Map<String, Long> byCounty = new HashMap<>();
    private long spare;

    SampleContractors(
            Contractors contractors, Staff staff, Contracts contracts, Certificates certificates, LocalDate today) {
        this.contracts = contracts;
        this.today = today;
        Map<String, Long> ids = new HashMap<>();
        for (Map<String, String> row : CityTable.read("sample-city/contractors.csv")) {
            long id = contractors
                    .register(new ContractorDetails(
                            row.get("name"),
                            row.get("credit_code"),
                            row.get("filing_number"),
                            row.get("contact"),
                            row.get("phone")))
                    .id();
            spare = id;
            ids.put(String.valueOf(row.get("name")), id);
            for (String county : String.valueOf(row.get("counties")).split(" ")) {
                byCounty.put(county, id);
            }
            LocalDate ends = today.plusDays(18L + ids.size() * 61L);
            certificates.register(
                    Owner.CONTRACTOR,
                    id,
                    paper(CertificateKind.QUALIFICATION, "自动监控系统运维服务能力证书", "YW-" + ids.size(), ends, 3));
        }
        int number = 0;
        for (Map<String, String> row : CityTable.read("sample-city/staff.csv")) {
            long contractor = ids.getOrDefault(String.valueOf(row.get("contractor")), spare);
            LocalDate joined = today.minusDays(300L + number * 97L);
            long person = staff.register(
                            contractor, new StaffDetails(row.get("name"), row.get("duty"), null, joined, null))
                    .id();
            LocalDate ends = today.plusDays(number * 53L % 700 - 4);
            certificates.register(
                    Owner.STAFF,
                    person,
                    paper(CertificateKind.COMPETENCE, "自动监控运维岗位技能证书", "SG-" + (1001 + number++), ends, 3));
        }
    }

    /** Contracts run by calendar years; some points had another contractor until a year ago. */
    void operate(MonitoringPoint point, int number) {
        LocalDate begun = LocalDate.of(today.getYear() - 1, 1, 1);
        long contractor = byCounty.getOrDefault(point.county(), spare);
        if (number % HANDED_OVER_EVERY == 0) {
            contracts.register(new NewContract(
                    point.mn(),
                    spare,
                    contractNumber(begun.minusYears(2), number),
                    begun.minusYears(2),
                    begun.minusDays(1)));
        }
        contracts.register(new NewContract(
                point.mn(), contractor, contractNumber(begun, number), begun, LocalDate.of(today.getYear(), 12, 31)));
    }

    private static String contractNumber(LocalDate begun, int number) {
        return "YW" + begun.getYear() + "-" + String.format("%03d", number + 1);
    }

    private static CertificateDetails paper(
            CertificateKind kind, String name, String number, LocalDate ends, int years) {
        return new CertificateDetails(kind, name, number, "滇中环境监测行业协会", ends.minusYears(years), ends);
    }
}
