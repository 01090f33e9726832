package io.yuanqing.center.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How a data scope stands in the columns of an account: an array each; null: no restriction. */
final class ScopeColumns {

    private ScopeColumns() {}

    static Scope read(ResultSet row) throws SQLException {
        Array counties = row.getArray("scope_counties");
        return new Scope(
                counties == null ? null : sorted((String[]) counties.getArray()),
                ids(row.getArray("scope_enterprises")),
                ids(row.getArray("scope_contractors")));
    }

    static String @Nullable [] texts(@Nullable Set<String> texts) {
        return texts == null ? null : texts.toArray(String[]::new);
    }

    static Long @Nullable [] ids(@Nullable Set<Long> ids) {
        return ids == null ? null : ids.toArray(Long[]::new);
    }

    private static @Nullable Set<Long> ids(@Nullable Array array) throws SQLException {
        return array == null ? null : sorted((Long[]) array.getArray());
    }

    private static <T extends Comparable<T>> Set<T> sorted(T[] values) {
        return new TreeSet<>(List.of(values));
    }
}
