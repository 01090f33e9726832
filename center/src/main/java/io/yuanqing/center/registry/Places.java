package io.yuanqing.center.registry;

import io.yuanqing.center.identity.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the points in the scope of the signed-in caller stand. */
@Repository
public class Places {

    private final JdbcClient jdbc;
    private final Caller caller;

    Places(JdbcClient jdbc, Caller caller) {
        this.jdbc = jdbc;
        this.caller = caller;
    }

    /**
     * One line for each point in the scope, in the order of registration.
     *
     * @param county null: all
     */
    public List<Place> find(@Nullable String county) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("county", county);
        Scoped.bind(parameters, caller.scope());
        // Both coordinates of one place: an outlet's longitude never goes with its enterprise's latitude.
        return jdbc.sql("""
                        select p.id as point_id, p.mn,
                               case when o.latitude is null then e.longitude else coalesce(o.longitude, e.longitude) end as longitude,
                               case when o.longitude is null then e.latitude else coalesce(o.latitude, e.latitude) end as latitude
                        """ + PointRows.FROM + """
                        where (cast(:county as text) is null or e.county = :county)
                        """ + Scoped.POINTS + " order by p.id")
                .params(parameters)
                .query(Place.class)
                .list();
    }
}
