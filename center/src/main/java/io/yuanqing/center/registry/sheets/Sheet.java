package io.yuanqing.center.registry.sheets;

import static io.yuanqing.center.registry.sheets.Column.choice;
import static io.yuanqing.center.registry.sheets.Column.optional;
import static io.yuanqing.center.registry.sheets.Column.required;

import io.yuanqing.center.registry.Enterprise;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sheets of the template, in the order in which they are taken: what is referred to comes first. */
enum Sheet {
    ENTERPRISES(
            "排污单位",
            required("name", "单位名称", "全称"),
            required("county", "县区", "如 红塔区"),
            choice("supervisionClass", "监管级别", true, Words.CLASS),
            optional("creditCode", "统一社会信用代码", "18 位，校验码须正确；已有的单位按它认出"),
            optional("industryCode", "行业代码", "GB/T 4754，如 3011"),
            optional("industry", "行业名称", "代码不在常用行业内时必填"),
            optional("address", "地址", ""),
            optional("longitude", "经度", "度，东经"),
            optional("latitude", "纬度", "度，北纬"),
            optional("permitNumber", "排污许可证编号", ""),
            optional("permitFrom", "许可证起始日期", "如 2024-01-01"),
            optional("permitUntil", "许可证截止日期", "最后有效的一天")),
    OUTLETS(
            "排放口",
            required("enterprise", "排污单位", "统一社会信用代码或全称"),
            optional("code", "排放口编号", "如 DA001；已有的排放口按编号认出，没有编号的按名称"),
            required("name", "排放口名称", ""),
            choice("medium", "介质", false, Words.MEDIUM),
            choice("kind", "排放口类型", false, Words.OUTLET),
            optional("receivingWater", "受纳水体", "废水"),
            optional("height", "排气筒高度(m)", "废气"),
            optional("longitude", "经度", "度，东经"),
            optional("latitude", "纬度", "度，北纬")),
    POINTS(
            "监控点",
            required("enterprise", "排污单位", "统一社会信用代码或全称"),
            optional("outlet", "排放口", "编号或名称；不填则取监控点名称"),
            required("mn", "MN", "数采仪设备唯一标识；已有的监控点按它认出"),
            required("name", "监控点名称", ""),
            choice("medium", "介质", true, Words.MEDIUM),
            new Column("edition", "协议版本", true, "HJ 212 的年号", List.of("2005", "2017", "2025")),
            optional("st", "系统编码ST", "不填则按介质"),
            optional("factors", "监测因子", "编码，空格隔开，如 a21026 a21002"),
            optional("assessedFactors", "考核因子", "编码，空格隔开；不填则按介质"),
            optional("referenceOxygen", "基准氧含量(%)", "小于 21"),
            optional("connectedFrom", "联网日期", "应有数据的第一天"),
            choice("endStamped", "时标为时段末", false, Words.YES_NO),
            optional("minuteInterval", "分钟数据间隔(min)", "1 至 60"),
            choice("autoCommands", "允许自动下发命令", false, Words.YES_NO),
            optional("stackArea", "烟道截面积(m2)", ""),
            optional("flowUnit", "流量单位", "如 m3/h、L/s"),
            optional("password", "数采仪密码", "只在新登记时使用，不导出")),
    EQUIPMENT(
            "设备",
            required("mn", "监控点MN", ""),
            choice("kind", "设备类别", true, Words.EQUIPMENT),
            required("name", "设备名称", ""),
            optional("factors", "监测因子", "编码，空格隔开"),
            optional("maker", "生产厂家", ""),
            optional("model", "型号", ""),
            optional("serial", "出厂编号", "已有的设备按它认出，没有编号的按类别和名称"),
            optional("principle", "分析原理", ""),
            optional("rangeLow", "量程下限", ""),
            optional("rangeHigh", "量程上限", ""),
            optional("unit", "单位", ""),
            optional("detectionLimit", "检出限", ""),
            optional("productCertificate", "产品认证编号", ""),
            optional("installedOn", "安装日期", ""),
            optional("acceptedOn", "验收日期", "")),
    CONTRACTS(
            "运维合同",
            required("mn", "监控点MN", ""),
            required("contractor", "运维单位", "全称，须已登记"),
            optional("number", "合同编号", ""),
            required("validFrom", "起始日期", ""),
            optional("lastDay", "截止日期", "最后有效的一天；不填则长期"));

    /** The sheet of the template that explains the others. */
    static final String EXPLANATIONS = "填写说明";

    private final String title;
    private final List<Column> columns;

    Sheet(String title, Column... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    String title() {
        return title;
    }

    List<Column> columns() {
        return columns;
    }

    static String titles() {
        return Arrays.stream(values()).map(Sheet::title).collect(Collectors.joining("、"));
    }

    static Optional<Sheet> titled(String title) {
        for (Sheet one : values()) {
            if (one.title.equals(title.strip())) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    Optional<Column> columnTitled(String title) {
        String wanted = title.strip();
        return columns.stream()
                .filter(one -> one.title().equals(wanted) || (one.title() + "*").equals(wanted))
                .findFirst();
    }

    /** By which other sheets name it, so that they find it again. */
    static String nameOf(Enterprise enterprise) {
        return enterprise.creditCode() == null ? enterprise.name() : enterprise.creditCode();
    }

    /** The head of a field's column; nested fields are those of their list's column. */
    String titleOf(String field) {
        String key = field.replaceAll("[\\[.].*", "");
        return columns.stream()
                .filter(one -> one.key().equals(key))
                .map(Column::title)
                .findFirst()
                .orElse("");
    }
}
