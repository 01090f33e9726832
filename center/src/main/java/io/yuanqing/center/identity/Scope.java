package io.yuanqing.center.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose data a caller may see. Queries take it from {@link Caller} and apply all conditions; identity keeps names and ids
 * only and knows nothing of the things behind them.
 *
 * @param counties names; null: no restriction
 * @param enterprises ids; null: no restriction
 * @param contractors ids; sees what is under a contract with one of them; null: no restriction
 */
public record Scope(
        @Nullable Set<String> counties,
        @Nullable Set<Long> enterprises,
        @Nullable Set<Long> contractors) {

    /** The whole city. */
    public static final Scope CITY = new Scope(null, null, null);

    /** Nothing at all: the scope of nobody. */
    public static final Scope NOTHING = new Scope(Set.of(), Set.of(), Set.of());
}
