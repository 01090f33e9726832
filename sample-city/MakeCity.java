import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes enterprises.csv and points.csv of the sample city from processes.csv and the plan below, always the same ones:
 *
 * <pre>java sample-city/MakeCity.java</pre>
 *
 * Who exists, where and with which outlets is the plan; names, codes and places are drawn from hashes.
 */
public class MakeCity {

    record County(String name, String areaCode, String shortName, double longitude, double latitude, String towns) {}

    /** One kind of enterprise. {@code outlets}: processes of each one, '|' parts the variants that take turns. */
    record Branch(String industry, int key, int general, String names, String counties, String outlets) {}

    static final List<County> COUNTIES = List.of(
            new County("红塔区", "530402", "红塔", 102.540, 24.354, "研和 大营街 北城 春和 高仓"),
            new County("江川区", "530403", "江川", 102.754, 24.287, "江城 前卫 九溪 雄关"),
            new County("澄江市", "530481", "澄江", 102.908, 24.673, "凤麓 龙街 右所 九村"),
            new County("通海县", "530423", "通海", 102.726, 24.112, "秀山 杨广 四街 河西"),
            new County("华宁县", "530424", "华宁", 102.929, 24.193, "宁州 盘溪 青龙 华溪"),
            new County("易门县", "530425", "易门", 102.163, 24.671, "龙泉 六街 绿汁 浦贝"),
            new County("峨山彝族自治县", "530426", "峨山", 102.405, 24.169, "双江 小街 化念 甸中"),
            new County("新平彝族自治县", "530427", "新平", 101.990, 24.070, "桂山 戛洒 扬武 漠沙"),
            new County("元江哈尼族彝族傣族自治县", "530428", "元江", 101.998, 23.597, "澧江 红河 甘庄 因远"));

    static final List<Branch> BRANCHES = List.of(
            new Branch("黑色金属冶炼", 5, 0, "钢铁有限公司 特钢有限公司", "红塔 新平 峨山 通海 红塔",
                    "sinter-head sinter-tail pellet hot-stove casthouse converter power-boiler steel-water"),
            new Branch("炼焦", 1, 0, "焦化有限公司", "红塔", "coke-oven steel-water"),
            new Branch("水泥制造", 8, 4, "水泥有限公司 建材水泥有限公司", "红塔 江川 华宁 易门 峨山 新平 元江 通海",
                    "kiln-tail kiln-head cement-mill|kiln-tail kiln-head kiln-tail kiln-head cement-mill;cement-mill"),
            new Branch("磷化工", 6, 7, "磷化工有限公司 磷业有限公司 化工有限公司", "澄江 江川 华宁 澄江 江川 易门",
                    "sulphuric-acid phosphate-tail phosphate-water;phosphate-tail phosphate-water"),
            new Branch("热电联产", 3, 0, "热电有限公司", "红塔 易门 新平", "power-boiler power-boiler"),
            new Branch("生活垃圾焚烧发电", 2, 0, "环保能源有限公司", "红塔 通海", "incinerator incinerator leachate-water"),
            new Branch("有色金属冶炼", 4, 3, "铜业有限公司 镍业有限公司 有色金属有限公司", "易门 元江 新平 元江",
                    "smelter-acid smelter-fugitive nonferrous-water;smelter-fugitive nonferrous-water"),
            new Branch("污水处理", 13, 12, "污水处理厂 水质净化厂 污水处理有限公司", "红塔 江川 澄江 通海 华宁 易门 峨山 新平 元江",
                    "sewage-inlet sewage-outlet"),
            new Branch("造纸", 2, 5, "纸业有限公司 浆纸有限公司", "红塔 新平 通海 峨山 元江", "paper-water industrial-boiler"),
            new Branch("制糖", 2, 4, "糖业有限公司", "新平 元江 元江 新平 华宁", "bagasse-boiler sugar-water"),
            new Branch("烟草加工", 0, 4, "烟叶复烤有限公司 再造烟叶有限公司", "红塔 江川 通海 华宁", "gas-boiler food-water"),
            new Branch("食品制造", 0, 18, "食品有限公司 果蔬有限公司 生物食品有限公司 乳业有限公司 豆制品有限公司",
                    "通海 红塔 江川 华宁 澄江 元江 易门 峨山 新平", "food-water|food-water industrial-boiler"),
            new Branch("包装印刷", 0, 13, "包装印刷有限公司 彩印有限公司 包装材料有限公司", "红塔 通海 红塔 江川 易门", "voc|voc|voc voc"),
            new Branch("生物制药", 0, 7, "生物制药有限公司 药业有限公司", "红塔 江川 澄江 元江", "pharma-water voc"),
            new Branch("砖瓦制造", 0, 14, "新型建材有限公司 页岩砖厂 建材有限公司", "通海 江川 华宁 峨山 新平 元江 易门 澄江 红塔", "brick-kiln"),
            new Branch("陶瓷制造", 0, 3, "陶瓷有限公司", "易门 华宁", "ceramic-kiln|ceramic-kiln ceramic-kiln"),
            new Branch("金属铸造", 0, 9, "铸造有限公司 机械有限公司 金属制品有限公司", "通海 红塔 峨山 江川", "foundry"),
            new Branch("表面处理", 0, 3, "表面处理有限公司", "红塔 通海", "plating-water"),
            new Branch("医疗卫生", 0, 4, "医院", "红塔 通海 新平 元江", "hospital-water"));

    /** Two characters that make a name; not the names of companies that we know. */
    static final String STEMS = "云澜 滇岳 岚峰 翠屿 恒岭 瑞川 沐阳 玉衡 嘉岩 远岫 澄碧 星陇 泽坤 锦岚 昊泉 润禾 鸿岱 景曜 霁川 启岳"
            + " 清屏 拓岩 盛澜 聚峦 丰陌 同岑 百汇 安澜 汇泉 望岳 和畅 金岫 长坪 彩屏 晨麓 宏岚 沃川 腾峦 万陇 庆禾"
            + " 碧湾 青岑 锦禾 凌岳 景澜 茂林 天麓 祥屿 育泉 兴陇";

    static final Map<String, String> FLOW = Map.of("GAS", "a00000", "WATER", "w00000");

    static final List<String> WITHOUT_AMOUNT = List.of("w01001", "a01901");

    /** Factors that HJ/T 212-2005 has no code for; such a point cannot have a logger of that edition. */
    static final Set<String> WITHOUT_2005_CODE = Set.of("a24088", "a01901");

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "sample-city");
        Map<String, Map<String, String>> processes = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(folder.resolve("processes.csv"));
        String[] columns = lines.get(0).split(",");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], cells[i]);
            }
            processes.put(cells[0], row);
        }
        new MakeCity(processes).write(folder);
    }

    private final Map<String, Map<String, String>> processes;
    private final List<String> enterprises = new ArrayList<>();
    private final List<String> points = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    MakeCity(Map<String, Map<String, String>> processes) {
        this.processes = processes;
    }

    void write(Path folder) throws IOException {
        BRANCHES.forEach(this::branch);
        enterprises.add(0, "code,name,county,supervision_class,industry,credit_code,address,longitude,latitude");
        points.add(0, "mn,enterprise_code,outlet_code,outlet_name,name,medium,st,edition,password,assessed_factors,factors,"
                + "reference_oxygen,end_stamped,minute_interval,process");
        Files.write(folder.resolve("enterprises.csv"), enterprises, StandardCharsets.UTF_8);
        Files.write(folder.resolve("points.csv"), points, StandardCharsets.UTF_8);
        System.out.println(enterprises.size() - 1 + " enterprises, " + (points.size() - 1) + " points");
    }

    private void branch(Branch branch) {
        String[] counties = branch.counties.split(" ");
        String[] suffixes = branch.names.split(" ");
        String[] byClass = branch.outlets.split(";");
        for (int i = 0; i < branch.key + branch.general; i++) {
            boolean key = i < branch.key;
            County county = county(counties[i % counties.length]);
            String[] variants = byClass[key ? 0 : byClass.length - 1].split("\\|");
            String code = String.format("YX%03d", enterprises.size() + 1);
            String name = name(county, suffixes[i % suffixes.length], code);
            String town = pick(county.towns, code + "town");
            enterprises.add(String.join(",", code, name, county.name, key ? "KEY" : "GENERAL", branch.industry,
                    creditCode(county, code), county.name + town + "镇" + (1 + draw(code + "road", 180)) + "号",
                    place(county.longitude, code + "x"), place(county.latitude, code + "y")));
            int ordinal = 0;
            for (String process : variants[i % variants.length].split(" ")) {
                point(code, name, process, ordinal++);
            }
        }
    }

    private void point(String enterprise, String enterpriseName, String process, int ordinal) {
        Map<String, String> p = processes.get(process);
        boolean gas = p.get("medium").equals("GAS");
        List<String> assessed = Arrays.stream(p.get("pollutants").split(" "))
                .filter(pollutant -> !pollutant.endsWith("/0"))
                .map(pollutant -> pollutant.substring(0, pollutant.indexOf(':')))
                // pH, furnace temperature: they have limits, but no amount is discharged of them.
                .filter(pollutant -> !WITHOUT_AMOUNT.contains(pollutant))
                .collect(Collectors.toList());
        List<String> factors = Arrays.stream(p.get("pollutants").split(" "))
                .map(pollutant -> pollutant.substring(0, pollutant.indexOf(':')))
                .collect(Collectors.toCollection(ArrayList::new));
        if (gas) {
            if (!p.get("oxygen").isEmpty()) {
                factors.add("a19001");
            }
            factors.addAll(List.of("a01011", "a01012", "a01013", "a01014"));
        }
        factors.add(FLOW.get(p.get("medium")));
        String key = enterprise + process + ordinal;
        String edition = edition(key, factors);
        String outlet = String.format("%s%03d", gas ? "DA" : "DW", ordinal + 1);
        long twins = points.stream().filter(row -> row.contains("," + enterprise + ",") && row.contains(p.get("outlet_name"))).count();
        String outletName = (twins > 0 ? (twins + 1) + "号" : "") + p.get("outlet_name");
        int interval = edition.equals("2025") ? 1 : draw(key + "interval", 8) == 0 ? 5 : 10;
        points.add(String.join(",", mn(edition, key), enterprise, outlet, outletName, outletName, p.get("medium"),
                gas ? "31" : "32", edition, draw(key + "pw", 4) == 0 ? String.valueOf(100000 + draw(key + "pw2", 900000)) : "123456",
                String.join(" ", assessed), String.join(" ", factors), p.get("reference_oxygen"),
                String.valueOf(draw(key + "end", 48) == 0), String.valueOf(interval), process));
    }

    private static String edition(String key, List<String> factors) {
        int draw = draw(key + "edition", 100);
        if (draw < 16 && factors.stream().noneMatch(WITHOUT_2005_CODE::contains)) {
            return "2005";
        }
        return draw >= 80 ? "2025" : "2017";
    }

    /** 2005: 7 characters of the maker's organisation code, 7 of the serial number; later: 24 hexadecimal digits. */
    private static String mn(String edition, String key) {
        if (edition.equals("2005")) {
            return String.format("%07d%07d", 6000000 + draw("maker" + draw(key + "maker", 6), 3000000), draw(key + "serial", 10000000));
        }
        long makers = 0xA89000L + 16L * draw(key + "maker", 9);
        return String.format("%02X%07X%06X%09X", 1, makers, 0x16F000 + draw(key + "class", 64), hash(key + "serial") >>> 28);
    }

    private String name(County county, String suffix, String code) {
        String[] stems = STEMS.split(" ");
        for (int i = 0; ; i++) {
            String stem = stems[(draw(code + "stem", stems.length) + i) % stems.length];
            String place = county.shortName.equals("红塔") && !suffix.startsWith("污水") ? "玉溪" : county.shortName;
            String name = suffix.endsWith("厂") || suffix.equals("医院") ? place + pick(county.towns, code + i) + stem + suffix : place + stem + suffix;
            if (names.add(name)) {
                return name;
            }
        }
    }

    private static County county(String shortName) {
        return COUNTIES.stream().filter(county -> county.shortName.equals(shortName)).findFirst().orElseThrow();
    }

    private static String place(double centre, String key) {
        return String.format(Locale.ROOT, "%.4f", centre + (draw(key, 1200) - 600) / 10000.0);
    }

    /** GB 32100-2015: 91, the county's code, an organisation code with its own check character (GB 11714), a check character. */
    static String creditCode(County county, String key) {
        String digits = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        StringBuilder organisation = new StringBuilder("MA");
        for (int i = 0; i < 6; i++) {
            organisation.append(digits.charAt(draw(key + "org" + i, digits.length())));
        }
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(organisation.charAt(i), 36) * weights[i];
        }
        int check = 11 - sum % 11;
        organisation.append(check == 10 ? "X" : check == 11 ? "0" : String.valueOf(check));
        String code = "91" + county.areaCode + organisation;
        long total = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            total += (long) digits.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code + digits.charAt((int) ((31 - total % 31) % 31));
    }

    private static String pick(String words, String key) {
        String[] all = words.split(" ");
        return all[draw(key, all.length)];
    }

    private static int draw(String key, int bound) {
        return (int) Long.remainderUnsigned(hash(key), bound);
    }

    /** FNV-1a with a final mix: the same on every machine. */
    private static long hash(String key) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b) * 0x100000001B3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }
}
