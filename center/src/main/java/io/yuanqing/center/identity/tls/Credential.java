package io.yuanqing.center.identity.tls;

import io.yuanqing.center.store.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * A certificate with its private key.
 *
 * @param chain the certificate itself first, then those that vouch for it
 */
record Credential(List<X509Certificate> chain, PrivateKey key) {

    X509Certificate certificate() {
        return chain.get(0);
    }

    /**
     * Reads it from PEM files.
     *
     * @throws StartRefused naming the file and what is wrong with it
     */
    static Credential load(Path certificateFile, Path keyFile) {
        List<X509Certificate> chain = certificates(certificateFile);
        PrivateKey key = key(keyFile);
        if (!belong(chain.get(0), key)) {
            throw new StartRefused("The private key in " + keyFile + " is not that of the certificate in "
                    + certificateFile + " (" + chain.get(0).getSubjectX500Principal()
                    + "). Give --tls-cert and --tls-key"
                    + " that belong together; in a chain the server's own certificate comes first.");
        }
        return new Credential(chain, key);
    }

    private static List<X509Certificate> certificates(Path file) {
        PemContent pem = pem(file, "--tls-cert", "a certificate in PEM (-----BEGIN CERTIFICATE-----)");
        List<X509Certificate> chain;
        try {
            chain = pem.getCertificates();
        } catch (RuntimeException e) {
            throw unreadable(file, "--tls-cert", "a certificate in PEM (-----BEGIN CERTIFICATE-----)", e);
        }
        if (chain == null || chain.isEmpty()) {
            throw unreadable(file, "--tls-cert", "a certificate in PEM (-----BEGIN CERTIFICATE-----)", null);
        }
        return chain;
    }

    private static PrivateKey key(Path file) {
        String expected = "an unencrypted private key in PEM (-----BEGIN PRIVATE KEY-----)";
        PemContent pem = pem(file, "--tls-key", expected);
        PrivateKey key;
        try {
            key = pem.getPrivateKey();
        } catch (RuntimeException e) {
            throw unreadable(file, "--tls-key", expected, e);
        }
        if (key == null) {
            throw unreadable(file, "--tls-key", expected, null);
        }
        return key;
    }

    private static PemContent pem(Path file, String option, String expected) {
        if (!Files.isRegularFile(file)) {
            throw new StartRefused("There is no file " + file.toAbsolutePath() + ". Give " + option + " a file with "
                    + expected + ".");
        }
        try {
            return PemContent.of(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw unreadable(file, option, expected, e);
        }
    }

    private static StartRefused unreadable(Path file, String option, String expected, @Nullable Exception cause) {
        String message = "The file " + file.toAbsolutePath() + " of " + option + " cannot be read as " + expected
                + (cause == null ? "" : ": " + cause.getMessage()) + ".";
        return cause == null ? new StartRefused(message) : new StartRefused(message, cause);
    }

    /** What the key signs, the certificate must verify. */
    private static boolean belong(X509Certificate certificate, PrivateKey key) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        byte[] probe = "probe".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
