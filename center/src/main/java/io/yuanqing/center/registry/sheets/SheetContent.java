package io.yuanqing.center.registry.sheets;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.registry.Enterprise;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands behind one sheet: how a row of it goes on record, and what is on record as rows. */
interface SheetContent {

    Sheet sheet();

    /** What must not come twice in a workbook; null when the row does not say. */
    @Nullable
    String key(Row row);

    /**
     * Puts a row on record. A cell left empty leaves what is on record as it is.
     *
     * @return what became of it; meaningless when the row has problems afterwards, for then it is to be undone
     * @throws Refusal what the registry has against it
     */
    Taken take(Row row);

    /** Rows of an enterprise that is in the caller's scope: values by the keys of the columns. */
    List<Map<String, @Nullable Object>> of(Enterprise enterprise);
}
