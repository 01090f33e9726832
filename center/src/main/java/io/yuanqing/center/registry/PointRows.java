package io.yuanqing.center.registry;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads points from rows of {@link #SELECT}. */
final class PointRows implements RowMapper<MonitoringPoint> {

    static final String FROM = """
            from monitoring_point p
              join outlet o on o.id = p.outlet_id
              join enterprise e on e.id = o.enterprise_id
              join enterprise_class_today c on c.enterprise_id = e.id
            """;

    static final String SELECT = """
            select p.id, p.mn, p.name, e.id as enterprise_id, e.name as enterprise_name, e.county, c.supervision_class,
                   o.id as outlet_id, o.name as outlet_name, p.medium, p.st, p.edition, p.factors, p.assessed_factors,
                   p.reference_oxygen, p.reference_oxygen_by_factor, p.connected_from, p.end_stamped, p.minute_interval,
                   p.auto_commands
            """ + FROM;

    private static final TypeReference<Map<String, BigDecimal>> OXYGEN = new TypeReference<>() {};

    private final JsonMapper json;

    PointRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public MonitoringPoint mapRow(ResultSet row, int number) throws SQLException {
        return new MonitoringPoint(
                row.getLong("id"),
                row.getString("mn"),
                row.getString("name"),
                row.getLong("enterprise_id"),
                row.getString("enterprise_name"),
                row.getString("county"),
                SupervisionClass.valueOf(row.getString("supervision_class")),
                row.getLong("outlet_id"),
                row.getString("outlet_name"),
                Medium.valueOf(row.getString("medium")),
                row.getString("st"),
                row.getString("edition"),
                texts(row.getArray("factors")),
                texts(row.getArray("assessed_factors")),
                row.getBigDecimal("reference_oxygen"),
                json.readValue(row.getString("reference_oxygen_by_factor"), OXYGEN),
                row.getObject("connected_from", LocalDate.class),
                row.getBoolean("end_stamped"),
                row.getObject("minute_interval", Integer.class),
                row.getBoolean("auto_commands"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
