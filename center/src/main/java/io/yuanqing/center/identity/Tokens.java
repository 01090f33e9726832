package io.yuanqing.center.identity;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.Refusal.FieldProblem;
import io.yuanqing.center.identity.Accounts.Account;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens by which programs act for an account: with a part of its permissions, for a time. */
@Service
class Tokens {

    /** So that a token is known for one wherever it turns up, by people and by scanners of source code. */
    static final String BEGINNING = "yuanqing_";

    private static final int RANDOM_BYTES = 32;

    /** A program may come many times a second; its last use is noted to this. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final TokenSettings settings;
    private final AuditTrail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(JdbcClient jdbc, Accounts accounts, TokenSettings settings, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** A token that was just made; the secret is shown this once. */
    record Made(String token, TokenView view) {

        @Override
        public String toString() {
            return "Made[" + view + "]";
        }
    }

    private record Row(
            long id,
            String user,
            Set<String> permissions,
            @Nullable Instant lastUsedAt) {}

    /**
     * Whom a token lets in: its account, with no more than the token's permissions. A password that is due does not matter to a
     * program, which has none.
     */
    Optional<SignedIn> person(String token, String address) {
        Instant now = clock.instant();
        Optional<Row> row = jdbc.sql("""
                        select t.id, a.name, t.permissions, t.last_used_at from personal_token t join account a on a.id = t.account_id
                        where t.hash = :hash and t.revoked_at is null and t.expires_at > :now and a.enabled
                        """)
                .param("hash", hash(token))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((found, number) -> new Row(
                        found.getLong("id"),
                        found.getString("name"),
                        Set.of((String[]) found.getArray("permissions").getArray()),
                        instant(found, "last_used_at")))
                .optional();
        return row.flatMap(found -> {
            if (found.lastUsedAt() == null
                    || found.lastUsedAt().plus(NOTED_EVERY).isBefore(now)) {
                noteUse(found.id(), now, address);
            }
            return accounts.find(found.user()).map(Account::person).map(person -> limited(person, found));
        });
    }

    private static SignedIn limited(SignedIn person, Row token) {
        Set<String> both = new HashSet<>(person.permissions());
        both.retainAll(token.permissions());
        return new SignedIn(
                person.account(), person.user(), person.displayName(), both, person.scope(), null, token.id());
    }

    private void noteUse(long id, Instant now, String address) {
        jdbc.sql("update personal_token set last_used_at = :now, last_address = :address where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("address", address)
                .param("id", id)
                .update();
    }

    /** The tokens of an account that open something, the newest first. */
    List<TokenView> of(long account) {
        return jdbc.sql("""
                        select id, name, permissions, created_at, expires_at, last_used_at, last_address from personal_token
                        where account_id = :account and revoked_at is null and expires_at > :now order by id desc
                        """)
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Tokens::view)
                .list();
    }

    /** @throws Refusal 400 naming what is wrong, 409 when the account has too many */
    @Transactional
    Made make(SignedIn owner, NewToken wanted) {
        List<FieldProblem> problems = wanted.problems(owner.permissions(), settings.longestDays());
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        if (of(owner.account()).size() >= settings.most()) {
            throw Refusal.conflict(
                    "You have " + settings.most() + " tokens, which is the most; revoke one that no program needs");
        }
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String token = BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        TokenView view = jdbc.sql("""
                        insert into personal_token (account_id, name, hash, permissions, created_at, expires_at)
                        values (:account, :name, :hash, :permissions, :now, :expires)
                        returning id, name, permissions, created_at, expires_at, last_used_at, last_address
                        """)
                .param("account", owner.account())
                .param("name", String.valueOf(wanted.name()).strip())
                .param("hash", hash(token))
                .param("permissions", wanted.wanted().toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "expires",
                        now.plus(Duration.ofDays(Objects.requireNonNull(wanted.days())))
                                .atOffset(ZoneOffset.UTC))
                .query(Tokens::view)
                .single();
        trail.record("TOKEN_MADE", "account:" + owner.user(), null, view);
        return new Made(token, view);
    }

    /** @throws Refusal 404 when it is none of the owner's */
    @Transactional
    void revoke(SignedIn owner, long id) {
        int revoked = jdbc.sql("""
                        update personal_token set revoked_at = :now
                        where id = :id and account_id = :account and revoked_at is null
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("account", owner.account())
                .update();
        if (revoked == 0) {
            throw Refusal.notFound("You have no token " + id);
        }
        trail.record("TOKEN_REVOKED", "account:" + owner.user(), Map.of("token", id), null);
    }

    /** Revokes all, because somebody else may know them. */
    void revokeAll(long account) {
        jdbc.sql("update personal_token set revoked_at = :now where account_id = :account and revoked_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", account)
                .update();
    }

    private static byte[] hash(String token) {
        return Digest.of(token.getBytes(StandardCharsets.UTF_8));
    }

    private static TokenView view(ResultSet row, int number) throws SQLException {
        return new TokenView(
                row.getLong("id"),
                row.getString("name"),
                List.of((String[]) row.getArray("permissions").getArray()),
                Objects.requireNonNull(instant(row, "created_at")),
                Objects.requireNonNull(instant(row, "expires_at")),
                instant(row, "last_used_at"),
                row.getString("last_address"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
