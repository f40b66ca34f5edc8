package io.github.raspspring.autoconfigure.policy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.security.auth.x500.X500Principal;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * By what a certificate of a client is told: its SHA-256 fingerprint, or its subject (RFC
 * 2253), which whoever the server trusts to issue certificates vouches for.
 */
record CertificateName(@Nullable String fingerprint, @Nullable X500Principal subject) {

	private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

	static CertificateName of(String text, String property) {
		String digits = text.replace(":", "").strip().toLowerCase(Locale.ROOT);
		if (FINGERPRINT.matcher(digits).matches()) {
			return new CertificateName(digits, null);
		}
		try {
			if (text.indexOf('=') > 0) {
				return new CertificateName(null, new X500Principal(text));
			}
		}
		catch (IllegalArgumentException ex) {
			// Told below.
		}
		throw new InvalidConfigurationPropertyValueException(property, text,
				"Set the SHA-256 fingerprint of the certificate in hexadecimal, or its subject such as CN=partner,O=Shop.");
	}

	boolean names(X509Certificate certificate) {
		if (this.subject != null) {
			return this.subject.equals(certificate.getSubjectX500Principal());
		}
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
			return HexFormat.of().formatHex(digest).equals(this.fingerprint);
		}
		catch (NoSuchAlgorithmException | CertificateEncodingException ex) {
			return false;
		}
	}

}
