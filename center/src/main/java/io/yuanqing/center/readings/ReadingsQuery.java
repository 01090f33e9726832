package io.yuanqing.center.readings;

import io.yuanqing.center.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to read of a point.
 *
 * @param factors today's codes; none: all
 * @param from first start of a period
 * @param to end, exclusive
 * @param everyVersion also those that a later packet replaced
 */
record ReadingsQuery(Kind kind, List<String> factors, Instant from, Instant to, boolean everyVersion) {

    /**
     * Reads the parameters of a request; a missing period is the kind's usual one.
     *
     * @throws Refusal 400 that names the parameter, its value and what is possible
     */
    static ReadingsQuery of(
            String kind,
            @Nullable List<String> factors,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String versions,
            Instant now) {
        Kind known = Kind.named(kind);
        if (known == null) {
            throw Refusal.invalid(
                    "kind",
                    "'" + kind + "' is no kind of readings; it must be one of " + String.join(", ", Kind.names()));
        }
        Instant end = to != null ? to : from != null ? earlier(from.plus(known.longestSpan()), now) : now;
        // An end "now" includes what is dated a little ahead by a logger's clock.
        Instant until = to == null && end.equals(now) ? now.plus(Duration.ofMinutes(10)) : end;
        Instant begin = from != null ? from : end.minus(known.usualSpan());
        check(known, begin, end);
        return new ReadingsQuery(known, codes(factors), begin, until, everyVersion(versions));
    }

    private static void check(Kind kind, Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw Refusal.invalid("to", "lies before from; give from < to");
        }
        if (Duration.between(from, to).compareTo(kind.longestSpan()) > 0) {
            throw Refusal.invalid(
                    "from",
                    "lies " + Duration.between(from, to).toDays() + " days before to; one query covers at most "
                            + kind.longestSpan().toDays() + " days of " + kind.lowerCase()
                            + " readings. Ask in parts.");
        }
    }

    private static List<String> codes(@Nullable List<String> factors) {
        return Objects.requireNonNullElse(factors, List.<String>of()).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .map(FactorCodes::today)
                .distinct()
                .toList();
    }

    private static boolean everyVersion(@Nullable String versions) {
        if (versions == null || versions.isBlank() || versions.equals("latest")) {
            return false;
        }
        if (versions.equals("all")) {
            return true;
        }
        throw Refusal.invalid("versions", "'" + versions + "' is unknown; it must be latest or all");
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
