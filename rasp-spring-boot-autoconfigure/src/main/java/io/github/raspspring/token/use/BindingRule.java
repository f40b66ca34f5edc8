package io.github.raspspring.token.use;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.function.Consumer;

import io.github.raspspring.token.RouteRequirement;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenUse;
import io.github.raspspring.token.UseRule;
import io.github.raspspring.token.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The token is bound to who sends it: to the certificate of the client by
 * {@code x5t#S256} (RFC 8705, section 3), or to a key whose possession Spring Security
 * has seen proven (RFC 9449, section 7.1). A binding that is there is checked whether the
 * route asks for one or not. CWE-294.
 */
final class BindingRule implements UseRule {

	private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

	@Override
	public void check(TokenUse use, Consumer<Violation> violations) {
		String certificate = use.token().confirmation("x5t#S256");
		String key = use.token().confirmation("jkt");
		boolean byCertificate = certificate != null && certificate.equals(thumbprint(use));
		boolean byKey = key != null && isProven(use);
		RouteRequirement.Binding asked = (use.route() != null) ? use.route().binding() : RouteRequirement.Binding.NONE;
		if (certificate != null && !byCertificate || key != null && !byKey) {
			violations.accept(Violation.of(TokenCheck.BINDING_MISSING, "it is bound to another sender"));
		}
		else if (!isMet(asked, byCertificate, byKey)) {
			violations.accept(Violation.of(TokenCheck.BINDING_MISSING, "it is not bound by " + asked));
		}
	}

	private static boolean isMet(RouteRequirement.Binding asked, boolean byCertificate, boolean byKey) {
		return switch (asked) {
			case NONE -> true;
			case MTLS -> byCertificate;
			case DPOP -> byKey;
			case ANY -> byCertificate || byKey;
		};
	}

	/**
	 * What Spring Security authenticated by the scheme DPoP, it did by the proof.
	 */
	private static boolean isProven(TokenUse use) {
		String header = use.request().getHeader("Authorization");
		return header != null && header.regionMatches(true, 0, "DPoP ", 0, 5)
				&& header.substring(5).trim().equals(use.token().value()) && use.request().getHeader("DPoP") != null;
	}

	private static @Nullable String thumbprint(TokenUse use) {
		@Nullable Object certificates = use.request().getAttribute(CERTIFICATES);
		if (!(certificates instanceof X509Certificate[] chain) || chain.length == 0) {
			return null;
		}
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException | CertificateEncodingException ex) {
			return null;
		}
	}

}
