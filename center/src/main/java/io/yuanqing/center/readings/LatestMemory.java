package io.yuanqing.center.readings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What points said last as the reader itself has just written it, so that a city that speaks every second is not read back
 * and parsed with every batch. It belongs to the position that was committed with it: behind any other position (after a
 * rollback, a rebuild, a crash of the database) nothing here counts, and the table is asked. The reader's thread alone.
 */
@Component
class LatestMemory {

    private static final float USUAL_LOAD = 0.75f;

    private final LatestValues table;
    private final Map<Long, Latest> kept;
    private long position = -1;

    LatestMemory(LatestValues table, ReadingsSettings limits) {
        this.table = table;
        this.kept = new LinkedHashMap<>(16, USUAL_LOAD, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Latest> eldest) {
                return size() > limits.latestKept();
            }
        };
    }

    /** A step begins behind that position. */
    void at(long readerPosition) {
        if (position != readerPosition) {
            forget();
        }
    }

    /** By point id, as they stand where the step began; points that have never said anything are missing. */
    Map<Long, Latest> of(Collection<Long> pointIds) {
        Map<Long, Latest> found = new HashMap<>();
        List<Long> asked = new ArrayList<>();
        for (Long pointId : pointIds) {
            Latest latest = kept.get(pointId);
            if (latest == null) {
                asked.add(pointId);
            } else {
                found.put(pointId, latest);
            }
        }
        found.putAll(table.of(asked));
        return found;
    }

    /** The reader has committed these together with that position. */
    void committed(Map<Long, Latest> changed, long readerPosition) {
        kept.putAll(changed);
        position = readerPosition;
    }

    /** Others may have written the table, or a transaction may not have come to its end. */
    void forget() {
        kept.clear();
        position = -1;
    }
}
