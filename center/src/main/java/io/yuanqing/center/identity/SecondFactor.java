package io.yuanqing.center.identity;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.store.DataDirectory;
import io.yuanqing.center.store.SecretSeal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second factor of those who want one: a code of an authenticator app beside the password, in browsers only. */
@Service
class SecondFactor {

    /** RFC 4226 clause 4: 160 bits. */
    private static final int SECRET_BYTES = 20;

    private final JdbcClient jdbc;
    private final RecoveryCodes recovery;
    private final LockOut lockOut;
    private final AuditTrail trail;
    private final Clock clock;
    private final SecretSeal seal;
    private final SecureRandom random = new SecureRandom();

    SecondFactor(
            JdbcClient jdbc,
            RecoveryCodes recovery,
            LockOut lockOut,
            AuditTrail trail,
            Clock clock,
            DataDirectory data) {
        this.jdbc = jdbc;
        this.recovery = recovery;
        this.lockOut = lockOut;
        this.trail = trail;
        this.clock = clock;
        this.seal = new SecretSeal(data, "second-factor.secret");
    }

    /**
     * What an app is to be told.
     *
     * @param secret to be typed, Base32
     * @param uri the same with its names, as apps read it from a QR code
     * @param qr that QR code, SVG
     */
    record Enrolment(String secret, String uri, String qr) {

        @Override
        public String toString() {
            return "Enrolment";
        }
    }

    private record Kept(byte[] secret, long lastStep) {}

    boolean enrolled(long account) {
        return jdbc.sql("select exists (select from second_factor where account_id = :id and confirmed_at is not null)")
                .param("id", account)
                .query(Boolean.class)
                .single();
    }

    /**
     * Lets a person in who gave the right password, if their account has no second factor, or they give a code of it.
     *
     * @throws SecondFactorNeeded when the code is missing, wrong or used up
     * @throws LockedOut after too many wrong ones
     */
    void check(SignedIn person, @Nullable String code, String address) {
        if (!enrolled(person.account())) {
            return;
        }
        if (code == null || code.isBlank()) {
            throw new SecondFactorNeeded("The account has a second factor: send its code, too");
        }
        String counted = countedAs(person);
        lockOut.until(counted, address).ifPresent(until -> {
            throw new LockedOut(until);
        });
        if (!passes(person, code)) {
            lockOut.failed(counted, address);
            trail.record(Caller.NOBODY, address, "SECOND_FACTOR_REFUSED", "account:" + person.user(), null, null);
            throw new SecondFactorNeeded("The code of the second factor is wrong, or was used already");
        }
        lockOut.forgive(counted);
    }

    /** Begins: the factor counts once a code of it was given. */
    @Transactional
    Enrolment begin(SignedIn person) {
        if (enrolled(person.account())) {
            throw Refusal.conflict("Your account has a second factor; remove it before you make another");
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        jdbc.sql("""
                        insert into second_factor (account_id, secret, begun_at) values (:id, :secret, :now)
                        on conflict (account_id) do update set secret = :secret, begun_at = :now, last_step = 0
                        """)
                .param("id", person.account())
                .param("secret", seal.sealed(holder(person.account()), secret))
                .param("now", now())
                .update();
        String typed = Base32.encode(secret);
        String uri = "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encoded("源清"), encoded(person.user()), typed, encoded("源清"));
        return new Enrolment(typed, uri, QrSvg.of(uri));
    }

    /**
     * Ends the beginning: from now on a browser's sign-in needs a code.
     *
     * @return recovery codes, which are shown this once
     * @throws Refusal 400 when it is no code of the secret that was shown
     */
    @Transactional
    List<String> confirm(SignedIn person, String code) {
        if (enrolled(person.account())) {
            throw Refusal.conflict("Your account has a second factor already");
        }
        Kept kept = kept(person.account())
                .orElseThrow(() -> Refusal.conflict("Nothing was begun: POST /api/profile/second-factor first"));
        if (!takes(person.account(), kept, code)) {
            throw Refusal.invalid(
                    "code", "is no code of this moment; look whether the clock of the telephone is right");
        }
        jdbc.sql("update second_factor set confirmed_at = :now where account_id = :id")
                .param("now", now())
                .param("id", person.account())
                .update();
        List<String> codes = recovery.renew(person.account());
        trail.record("SECOND_FACTOR_SET", "account:" + person.user(), null, null);
        return codes;
    }

    /** Takes the factor and its recovery codes away. */
    @Transactional
    void remove(long account, String user) {
        recovery.remove(account);
        int removed = jdbc.sql("delete from second_factor where account_id = :id")
                .param("id", account)
                .update();
        if (removed > 0) {
            lockOut.forgive(countedAs(user));
            trail.record("SECOND_FACTOR_REMOVED", "account:" + user, null, null);
        }
    }

    private boolean passes(SignedIn person, String code) {
        if (kept(person.account())
                .filter(kept -> takes(person.account(), kept, code))
                .isPresent()) {
            return true;
        }
        boolean recovered = recovery.use(person.account(), code);
        if (recovered) {
            trail.record("RECOVERY_CODE_USED", "account:" + person.user(), null, null);
        }
        return recovered;
    }

    /** Each code once, also when two sign-ins give it at the same moment. */
    private boolean takes(long account, Kept kept, String code) {
        OptionalLong step = Totp.matching(kept.secret(), code.replaceAll("\\s", ""), clock.instant(), kept.lastStep());
        return step.isPresent()
                && jdbc.sql("update second_factor set last_step = :step where account_id = :id and last_step < :step")
                                .param("step", step.getAsLong())
                                .param("id", account)
                                .update()
                        == 1;
    }

    /** Empty also when the data directory's secret is another: then only a recovery code, or an administrator, helps. */
    private Optional<Kept> kept(long account) {
        return jdbc.sql("select secret, last_step from second_factor where account_id = :id")
                .param("id", account)
                .query((row, number) -> new Kept(row.getBytes("secret"), row.getLong("last_step")))
                .optional()
                .flatMap(kept ->
                        seal.opened(holder(account), kept.secret()).map(secret -> new Kept(secret, kept.lastStep())));
    }

    private static String holder(long account) {
        return "account " + account;
    }

    private static String countedAs(SignedIn person) {
        return countedAs(person.user());
    }

    /** The right password must not end the count of wrong codes, so they are counted apart. */
    private static String countedAs(String user) {
        return "second factor of " + user;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
