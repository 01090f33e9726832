package io.yuanqing.center.registry.sheets;

import static io.yuanqing.center.registry.sheets.Filled.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.TestHttp.Answer;
import io.yuanqing.center.registry.ArchiveCity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class ImportApiTest {

    private static final String ENTERPRISES = "单位名称*,县区*,监管级别*,统一社会信用代码,行业代码,许可证截止日期";
    private static final String OUTLETS = "排污单位*,排放口编号,排放口名称*,介质,排气筒高度(m)";
    private static final String POINTS = "排污单位*,排放口,MN*,监控点名称*,介质*,协议版本*,监测因子,烟道截面积(m2)";
    private static final String EQUIPMENT = "监控点MN*,设备类别*,设备名称*,出厂编号,量程下限,量程上限";
    private static final String CONTRACTS = "监控点MN*,运维单位*,起始日期*,截止日期";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    ArchiveCity city;
    String tail;
    String name;
    String mn;

    @BeforeEach
    void names() {
        city = new ArchiveCity(port, jdbc);
        tail = Long.toString(System.nanoTime(), 36).toUpperCase();
        name = "华宁青禾水泥" + tail;
        mn = "IMPORT" + tail;
    }

    @Test
    void aWholeArchiveComesInAndGoesOutInTheSameLayout() {
        city.contractor("清源运维" + tail);
        JsonNode checked = check(city.admin, wholeArchive());
        assertThat(checked.get("problemCount").asInt()).as(checked.toString()).isZero();
        assertThat(acts("ENTERPRISE_REGISTERED", name))
                .as("a check leaves nothing, in the trail neither")
                .isZero();
        assertThat(found(name)).isZero();

        JsonNode taken = take(city.admin, checked, false);
        assertThat(taken.get("state").asString()).isEqualTo("IMPORTED");
        assertThat(taken.get("sheets"))
                .allSatisfy(sheet -> assertThat(sheet.get("added").asInt()).isEqualTo(1));
        assertThat(found(name)).isEqualTo(1);
        JsonNode archive = city.admin.get("/api/points/" + mn + "/archive").json();
        assertThat(archive.get("stackArea").asString()).isEqualTo("3.1416");
        assertThat(archive.get("point").get("outletName").asString()).isEqualTo("窑尾");
        assertThat(acts("ENTERPRISE_REGISTERED", name)).isEqualTo(1);
        assertThat(jdbc.sql(
                                "select actor || ' ' || address from audit_entry where act = 'ARCHIVES_IMPORTED' and after::text like :file")
                        .param("file", "%" + tail + "%")
                        .query(String.class)
                        .single())
                .as("an act of its maker, from where it was sent")
                .isEqualTo("admin 127.0.0.1");

        byte[] exported =
                city.admin.download("/api/archives/workbook?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        JsonNode again = check(city.admin, exported);
        assertThat(again.get("problemCount").asInt()).as(again.toString()).isZero();
        assertThat(again.get("sheets")).allSatisfy(sheet -> {
            assertThat(sheet.get("unchanged").asInt()).as(sheet.toString()).isEqualTo(1);
            assertThat(sheet.get("rows").asInt()).isEqualTo(1);
        });
        assertThat(jdbc.sql("select count(*) from audit_entry where act = 'ARCHIVES_EXPORTED' and after::text like :q")
                        .param("q", "%" + name + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsWrongIsSaidBySheetRowAndColumnAndNothingIsOnRecord() {
        byte[] file = new Filled()
                .sheet(
                        "排污单位",
                        ENTERPRISES,
                        row(name, "华宁县", "重点", null, "3011", "2027-12-31"),
                        row("坏代码" + tail, "华宁县", "重要", "91530402MA51J0AW6C", "3011", "不知道"),
                        row(null, "华宁县", "一般"))
                .sheet("排放口", OUTLETS, row(name, "DA001", "窑尾", "废气", "高"), row("没有的厂" + tail, "DA001", "窑尾"))
                .sheet(
                        "监控点",
                        POINTS,
                        row(name, "DA001", mn, "窑尾", "废气", "2019"),
                        row(name, null, mn, "窑头", "废气", "2017"))
                .bytes();
        JsonNode checked = check(city.admin, file);
        assertThat(told(checked))
                .containsExactlyInAnyOrder(
                        "排污单位 3 监管级别 CHOICE",
                        "排污单位 3 统一社会信用代码 CREDIT_CODE_CHECK",
                        "排污单位 3 许可证截止日期 DATE",
                        "排污单位 4 单位名称 MISSING",
                        "排放口 2 排气筒高度(m) NUMBER",
                        "排放口 3 排污单位 NO_ENTERPRISE",
                        "监控点 2 排放口 NO_OUTLET",
                        "监控点 2 协议版本 EDITION",
                        "监控点 3  REPEATED");
        assertThat(checked.get("importable").asBoolean()).as("one row is good").isTrue();
        Answer refused =
                city.admin.post("/api/archives/imports/" + checked.get("id").asString() + "/take", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(found(name)).isZero();

        JsonNode taken = take(city.admin, checked, true);
        assertThat(taken.get("state").asString()).isEqualTo("IMPORTED");
        assertThat(taken.get("sheets").get(0).get("added").asInt()).isEqualTo(1);
        assertThat(taken.get("sheets").get(0).get("wrong").asInt()).isEqualTo(2);
        assertThat(found(name)).as("the good row is on record").isEqualTo(1);
        assertThat(found("坏代码" + tail)).isZero();
        assertThat(acts("ENTERPRISE_REGISTERED", "坏代码" + tail))
                .as("a wrong row is no act")
                .isZero();
        assertThat(city.admin
                        .post("/api/archives/imports/" + checked.get("id").asString() + "/take?goodRowsOnly=true", null)
                        .status())
                .as("once")
                .isEqualTo(409);
    }

    @Test
    void emptyCellsLeaveWhatIsOnRecordAndAClassIsNotChangedByTheWay() {
        long enterprise = city.enterprise(name, "华宁县");
        city.admin.send("PUT", "/api/enterprises/" + enterprise, """
                {"name": "%s", "county": "华宁县", "address": "宁州街道1号", "permitNumber": "P1"}
                """.formatted(name));
        JsonNode reclassed = check(city.admin, enterprise(row(name, "华宁县", "一般")));
        assertThat(told(reclassed)).containsExactly("排污单位 2 监管级别 CLASS_HAS_HISTORY");
        JsonNode checked = check(city.admin, enterprise(row(name, "通海县", "重点")));
        take(city.admin, checked, false);
        JsonNode now = city.admin.get("/api/enterprises/" + enterprise).json();
        assertThat(now.get("county").asString()).isEqualTo("通海县");
        assertThat(now.get("address").asString()).isEqualTo("宁州街道1号");
    }

    @Test
    void whatWasFreeAtTheCheckAndIsTakenAtTheImportLeavesNothingOfIt() {
        JsonNode checked = check(
                city.admin,
                new Filled()
                        .sheet("排污单位", ENTERPRISES, row(name, "华宁县", "重点"))
                        .sheet("监控点", POINTS, row(name, null, mn, "窑尾", "废气", "2017"))
                        .bytes());
        assertThat(checked.get("problemCount").asInt()).isZero();
        long other = city.enterprise("别家" + tail, "华宁县");
        city.admin.post(
                "/api/points",
                "{\"mn\": \"%s\", \"enterpriseId\": %d, \"name\": \"x\", \"medium\": \"GAS\", \"edition\": \"2017\"}"
                        .formatted(mn, other));
        JsonNode taken = take(city.admin, checked, false);
        assertThat(taken.get("state").asString()).isEqualTo("REFUSED");
        assertThat(told(taken)).containsExactly("监控点 2 排污单位 OTHER_ENTERPRISE");
        assertThat(found(name)).isZero();
    }

    @Test
    void aBoundCallerImportsAndExportsWithinItsScopeOnly() {
        city.enterprise("外县厂" + tail, "澄江市");
        String foreign = city.point(city.enterprise("外县电厂" + tail, "澄江市"), "烟囱");
        city.enterprise("本县厂" + tail, "华宁县");
        TestHttp bound = city.account("scope_counties", "array['华宁县']");
        JsonNode checked = check(
                bound,
                new Filled()
                        .sheet("排污单位", ENTERPRISES, row("新厂" + tail, "澄江市", "一般"))
                        .sheet("排放口", OUTLETS, row("外县厂" + tail, "DA001", "窑尾"))
                        .sheet("监控点", POINTS, row("本县厂" + tail, null, foreign, "窑尾", "废气", "2017"))
                        .sheet("设备", EQUIPMENT, row(foreign, "分析仪", "SO2分析仪"))
                        .bytes());
        assertThat(told(checked))
                .containsExactlyInAnyOrder(
                        "排污单位 2 县区 OUTSIDE_SCOPE",
                        "排放口 2 排污单位 NO_ENTERPRISE",
                        "监控点 2 MN MN_TAKEN",
                        "设备 2 监控点MN NO_POINT");
        assertThat(checked.toString()).doesNotContain("外县电厂");
        JsonNode own = check(bound, bound.download("/api/archives/workbook?q=" + tail));
        assertThat(own.get("sheets").get(0).get("rows").asInt())
                .as("its own enterprise only")
                .isEqualTo(1);
        assertThat(city.admin
                        .get("/api/archives/imports/" + own.get("id").asString())
                        .status())
                .as("an import is its maker's")
                .isEqualTo(404);
    }

    @Test
    void aCancelledImportLeavesNothing() {
        JsonNode checked = check(city.admin, enterprise(row(name, "华宁县", "重点")));
        String path = "/api/archives/imports/" + checked.get("id").asString();
        assertThat(city.admin.send("DELETE", path, null).json().get("state").asString())
                .isEqualTo("CANCELLED");
        assertThat(city.admin.post(path + "/take", null).status()).isEqualTo(409);
        assertThat(found(name)).isZero();
    }

    @Test
    void whatIsNoWorkbookOrTooLongIsRefusedWithItsReason() {
        Answer text = city.admin.upload("/api/archives/imports?name=a.csv", "a,b".getBytes(StandardCharsets.UTF_8));
        assertThat(text.status()).isEqualTo(400);
        assertThat(text.body()).contains("NO_WORKBOOK", "\"body\"");
        assertThat(city.admin
                        .upload("/api/archives/imports?name=a.xlsx", new byte[13 << 20])
                        .status())
                .isEqualTo(413);
        JsonNode heads = check(
                city.admin, new Filled().sheet("排污单位", "名字,县区", row("甲", "乙")).bytes());
        assertThat(heads.get("importable").asBoolean()).isFalse();
        assertThat(told(heads)).contains("排污单位 1 名字 UNKNOWN_COLUMN", "排污单位 0 单位名称 MISSING_COLUMN");
    }

    private byte[] wholeArchive() {
        return new Filled()
                .sheet("排污单位", ENTERPRISES, row(name, "华宁县", "重点", null, "3011", "2027-12-31"))
                .sheet("排放口", OUTLETS, row(name, "DA001", "窑尾", "废气", 85))
                .sheet("监控点", POINTS, row(name, "DA001", mn, "窑尾监控点", "废气", "2017", "a21026 a21002", 3.1416))
                .sheet("设备", EQUIPMENT, row(mn, "分析仪", "SO2分析仪", "S-1", 0, 200))
                .sheet("运维合同", CONTRACTS, row(mn, "清源运维" + tail, "2026-01-01", "2026-12-31"))
                .bytes();
    }

    private static byte[] enterprise(Object[] row) {
        return new Filled().sheet("排污单位", ENTERPRISES, row).bytes();
    }

    private JsonNode check(TestHttp who, byte[] file) {
        Answer begun = who.upload("/api/archives/imports?name=" + tail + ".xlsx", file);
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        return ended(who, begun.json().get("id").asString());
    }

    private JsonNode take(TestHttp who, JsonNode checked, boolean goodRowsOnly) {
        String id = checked.get("id").asString();
        Answer begun = who.post("/api/archives/imports/" + id + "/take?goodRowsOnly=" + goodRowsOnly, null);
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        return ended(who, id);
    }

    private static JsonNode ended(TestHttp who, String id) {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> who.get("/api/archives/imports/" + id).json(),
                        status -> !List.of("CHECKING", "IMPORTING")
                                .contains(status.get("state").asString()));
    }

    private static List<String> told(JsonNode status) {
        List<String> told = new ArrayList<>();
        for (JsonNode one : status.get("problems")) {
            told.add(one.get("sheet").asString() + " " + one.get("row").asInt() + " "
                    + one.get("column").asString() + " " + one.get("rule").asString());
        }
        return told;
    }

    private int found(String wanted) {
        return city.admin
                .get("/api/enterprises?q=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8))
                .json()
                .get("total")
                .asInt();
    }

    private int acts(String act, String text) {
        return jdbc.sql("select count(*) from audit_entry where act = :act and after::text like :text")
                .param("act", act)
                .param("text", "%" + text + "%")
                .query(Integer.class)
                .single();
    }
}
