package io.yuanqing.center.identity.tls;

import io.yuanqing.center.store.DataDirectory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** The server's certificate for ports other than the web's: the given one, else of the server's own authority. */
@Component
public class ServerCertificate {

    private final HttpsSettings settings;
    private final OwnAuthority authority;

    ServerCertificate(HttpsSettings settings, DataDirectory data, Clock clock) {
        this.settings = settings;
        this.authority = new OwnAuthority(data.path().resolve("tls"), clock);
    }

    /** @param chain the server's own first */
    public record WithKey(List<X509Certificate> chain, PrivateKey key) {}

    /** Read anew with each call, and renewed or made where it is the server's own. */
    public WithKey present() {
        Credential credential = settings.certificate() != null && settings.key() != null
                ? Credential.load(settings.certificate(), settings.key())
                : authority.server(LocalNames.present());
        return new WithKey(credential.chain(), credential.key());
    }
}
