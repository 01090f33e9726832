package io.yuanqing.center.identity.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates: X.509 v3, keys on the curve P-256, signed with ECDSA and SHA-256. */
final class Issuing {

    /** A certificate begins a little in the past, for clients whose clock is behind. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(1);

    private Issuing() {}

    /** An authority that vouches for itself, and may vouch for servers only. */
    static Credential authority(Instant now, Duration validity) {
        KeyPair keys = keys();
        BigInteger serial = serial();
        X500Name name = new X500Name("CN=Yuanqing " + serial.toString(16).substring(0, 8));
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                            name, serial, begin(now), end(now, validity), name, keys.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            return new Credential(List.of(signed(builder, keys)), keys.getPrivate());
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException("no certificate of an authority", e);
        }
    }

    /** A server's certificate for these names, with the authority's behind it. */
    static Credential server(Credential authority, LocalNames names, Instant now, Duration validity) {
        KeyPair keys = keys();
        List<GeneralName> alternatives = new ArrayList<>();
        names.hosts().forEach(host -> alternatives.add(new GeneralName(GeneralName.dNSName, host)));
        names.addresses().forEach(address -> alternatives.add(new GeneralName(GeneralName.iPAddress, address)));
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                            authority.certificate(),
                            serial(),
                            begin(now),
                            end(now, validity),
                            new X500Name("CN=Yuanqing server"),
                            keys.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(
                            Extension.subjectAlternativeName,
                            false,
                            new GeneralNames(alternatives.toArray(GeneralName[]::new)))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.certificate()));
            X509Certificate certificate =
                    signed(builder, new KeyPair(authority.certificate().getPublicKey(), authority.key()));
            return new Credential(List.of(certificate, authority.certificate()), keys.getPrivate());
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException("no certificate for " + names, e);
        }
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair signer)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks the curve P-256", e);
        }
    }

    private static BigInteger serial() {
        return new BigInteger(120, new SecureRandom()).setBit(119);
    }

    private static Date begin(Instant now) {
        return Date.from(now.minus(CLOCK_TOLERANCE));
    }

    private static Date end(Instant now, Duration validity) {
        return Date.from(now.plus(validity));
    }
}
