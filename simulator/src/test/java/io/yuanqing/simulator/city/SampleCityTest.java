package io.yuanqing.simulator.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Factors;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleCityTest {

    private final List<Map<String, String>> enterprises = Table.read("sample-city/enterprises.csv");
    private final List<CityPoint> points = City.sample().points();

    @Test
    void has156EnterprisesInNineCountiesOfWhich46AreKey() {
        assertThat(enterprises).hasSize(156);
        assertThat(enterprises.stream().filter(e -> "KEY".equals(e.get("supervision_class"))))
                .hasSize(46);
        assertThat(enterprises.stream().filter(e -> "GENERAL".equals(e.get("supervision_class"))))
                .hasSize(110);
        assertThat(enterprises.stream().map(e -> e.get("county")).distinct()).hasSize(9);
        assertThat(enterprises.stream().map(e -> e.get("name")).distinct()).hasSize(156);
    }

    @Test
    void everyEnterpriseHasAPointAndEveryPointAnEnterprise() {
        assertThat(points).hasSizeBetween(300, 340);
        assertThat(points.stream().map(CityPoint::enterprise).collect(Collectors.toSet()))
                .isEqualTo(enterprises.stream().map(e -> e.get("code")).collect(Collectors.toSet()));
    }

    @Test
    void everyMnIsUniqueAndOfItsEditionsForm() {
        assertThat(points.stream().map(CityPoint::mn).distinct()).hasSize(points.size());
        for (CityPoint point : points) {
            assertThat(point.mn()).matches(point.edition() == Edition.E2005 ? "[0-9]{14}" : "[0-9A-F]{24}");
        }
    }

    @Test
    void copiesForALargerCityHaveMnsOfTheirOwn() {
        List<CityPoint> many = City.ofSize(5000).points();
        assertThat(new HashSet<>(many.stream().map(CityPoint::mn).toList())).hasSize(5000);
        assertThat(many.subList(0, points.size())).isEqualTo(points);
    }

    @Test
    void aboutOneInSevenLoggersIsOf2005AndOnlyWithFactorsOfItsTable() {
        List<CityPoint> old =
                points.stream().filter(p -> p.edition() == Edition.E2005).toList();
        assertThat(old.size()).isBetween(points.size() / 10, points.size() / 5);
        assertThat(old)
                .allSatisfy(p -> assertThat(p.factors()).allSatisfy(factor -> {
                    var known = Factors.find(factor);
                    assertThat(known).as(factor).isNotNull();
                    assertThat(known.legacyCode()).as(factor).isNotBlank();
                }));
    }

    @Test
    void everyFactorIsInTheStandardsTables() {
        assertThat(points.stream().flatMap(p -> p.factors().stream()).distinct())
                .allSatisfy(
                        factor -> assertThat(Factors.find(factor)).as(factor).isNotNull());
    }

    /** GB 32100-2015: the last character makes the weighted sum a multiple of 31. */
    @Test
    void creditCodesCarryTheirCheckCharacter() {
        String digits = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        assertThat(enterprises).allSatisfy(enterprise -> {
            String code = enterprise.get("credit_code");
            assertThat(code).hasSize(18);
            long sum = digits.indexOf(code.charAt(17));
            long weight = 1;
            for (int i = 0; i < 17; i++) {
                sum += digits.indexOf(code.charAt(i)) * weight;
                weight = weight * 3 % 31;
            }
            assertThat(sum % 31).isZero();
        });
    }
}
