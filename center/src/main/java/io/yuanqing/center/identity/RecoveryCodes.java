package io.yuanqing.center.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes for the day on which the telephone is lost: ten, shown once, each good for one sign-in. */
@Repository
class RecoveryCodes {

    private static final int HOW_MANY = 10;
    private static final int RANDOM_BYTES = 10;
    private static final int GROUP = 4;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** New ones in place of all that the account had. */
    List<String> renew(long account) {
        remove(account);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < HOW_MANY; i++) {
            byte[] bytes = new byte[RANDOM_BYTES];
            random.nextBytes(bytes);
            String code = Base32.encode(bytes);
            jdbc.sql("insert into recovery_code (account_id, hash) values (:account, :hash)")
                    .param("account", account)
                    .param("hash", hash(code))
                    .update();
            codes.add(code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-"));
        }
        return codes;
    }

    void remove(long account) {
        jdbc.sql("delete from recovery_code where account_id = :account")
                .param("account", account)
                .update();
    }

    /** Uses a code up; false when it is none, or was used. */
    boolean use(long account, String code) {
        return jdbc.sql("""
                        update recovery_code set used_at = :now
                        where account_id = :account and hash = :hash and used_at is null
                        """)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("account", account)
                        .param("hash", hash(code))
                        .update()
                == 1;
    }

    int left(long account) {
        return jdbc.sql("select count(*) from recovery_code where account_id = :account and used_at is null")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    /** Random enough that a plain digest protects it. */
    private static byte[] hash(String code) {
        String typed = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return Digest.of(typed.getBytes(StandardCharsets.UTF_8));
    }
}
