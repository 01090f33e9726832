package io.yuanqing.center.identity.tls;

import io.yuanqing.center.store.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A certificate authority of this server alone, for sites without one: people install {@code ca.crt} once on their
 * phones, and every certificate that the server renews later is trusted.
 *
 * <pre>
 *   tls/ca.crt      the authority, ten years        tls/server.crt   the server's, 397 days, then the authority's
 *   tls/ca.key      its key, owner only             tls/server.key   its key, owner only
 * </pre>
 */
final class OwnAuthority {

    /** Browsers refuse server certificates that live longer. */
    private static final Duration SERVER_VALIDITY = Duration.ofDays(397);

    private static final Duration AUTHORITY_VALIDITY = Duration.ofDays(3650);

    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private static final Logger LOG = LoggerFactory.getLogger(OwnAuthority.class);

    private final Path folder;
    private final Clock clock;

    /** @param folder in which its files lie; made when missing */
    OwnAuthority(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    Path certificateFile() {
        return folder.resolve("ca.crt");
    }

    /** The server's credential for these names; made or renewed when it is missing, near its end, or lacks a name. */
    Credential server(LocalNames names) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Credential authority = authority();
            Path certificate = folder.resolve("server.crt");
            Path key = folder.resolve("server.key");
            if (Files.exists(certificate) && Files.exists(key)) {
                Optional<Credential> present = readBack(certificate, key);
                if (present.isPresent() && serves(present.get().certificate(), authority, names)) {
                    return present.get();
                }
            }
            Credential issued = Issuing.server(authority, names, now(), SERVER_VALIDITY);
            store(issued, certificate, key);
            LOG.info("certificate for {} {} made in {}", names.hosts(), names.addresses(), folder);
            return issued;
        } catch (IOException e) {
            throw new StartRefused("The certificates in " + folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    private Credential authority() throws IOException {
        Path certificate = certificateFile();
        Path key = folder.resolve("ca.key");
        if (Files.exists(certificate) && Files.exists(key)) {
            Optional<Credential> present = readBack(certificate, key);
            if (present.isPresent() && !nearItsEnd(present.get().certificate())) {
                return present.get();
            }
            LOG.warn("The authority in {} cannot be used any more; phones must install the new one", folder);
        }
        Credential made = Issuing.authority(now(), AUTHORITY_VALIDITY);
        store(made, certificate, key);
        return made;
    }

    /** What a kill or a careless hand left behind broken is made anew. */
    private static Optional<Credential> readBack(Path certificate, Path key) {
        try {
            return Optional.of(Credential.load(certificate, key));
        } catch (StartRefused e) {
            LOG.warn("{}", e.getMessage());
            return Optional.empty();
        }
    }

    private boolean serves(X509Certificate certificate, Credential authority, LocalNames names) {
        try {
            certificate.verify(authority.certificate().getPublicKey());
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            Set<Object> covered = alternatives.stream().map(name -> name.get(1)).collect(Collectors.toSet());
            return !nearItsEnd(certificate)
                    && covered.containsAll(names.hosts())
                    && covered.containsAll(names.addresses());
        } catch (GeneralSecurityException e) {
            return false; // of another authority
        }
    }

    private boolean nearItsEnd(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant().isBefore(now().plus(RENEWED_BEFORE));
    }

    private Instant now() {
        return clock.instant();
    }

    /** The key first: after a kill in between, the pair does not fit and is made anew at the next start. */
    private static void store(Credential credential, Path certificateFile, Path keyFile) throws IOException {
        write(keyFile, pem("PRIVATE KEY", credential.key().getEncoded()));
        StringBuilder chain = new StringBuilder();
        try {
            for (X509Certificate certificate : credential.chain()) {
                chain.append(pem("CERTIFICATE", certificate.getEncoded()));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate just made has no encoding", e);
        }
        write(certificateFile, chain.toString());
    }

    private static void write(Path file, String content) throws IOException {
        Path fresh = Files.createTempFile(
                file.getParent(),
                file.getFileName().toString(),
                ".new",
                PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(fresh, content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String pem(String type, byte[] content) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
    }
}
