package io.yuanqing.center.registry;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The classes of GB/T 4754 that polluting enterprises usually belong to. */
@Repository
class Industries {

    private final JdbcClient jdbc;

    Industries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Industry> all() {
        return jdbc.sql("select code, name from industry order by code")
                .query(Industry.class)
                .list();
    }

    Optional<String> name(String code) {
        return jdbc.sql("select name from industry where code = :code")
                .param("code", code)
                .query(String.class)
                .optional();
    }
}
