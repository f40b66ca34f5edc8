package io.github.raspspring.token;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Certificates that clients show.
 */
public enum ClientCertificate {

	OWNER("MIIBOjCB4KADAgECAgkAqE2g0rEhSzwwCgYIKoZIzj0EAwIwEDEOMAwGA1UEAxMF"
			+ "b3duZXIwIBcNMjYxMTI1MTg1OTE4WhgPMjEyNjExMDExODU5MThaMBAxDjAMBgNV"
			+ "BAMTBW93bmVyMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEWMCoKswbyaVS5Plj"
			+ "PB1Ud9tgQf4vVb7ByV0rBxtrVIEypwFIiduCtBiHFFjPWHGKQ3tUMcUJ0Fq2J7y/"
			+ "pONxTqMhMB8wHQYDVR0OBBYEFGkPPqCiw2miQqOC3eoSlZRJhHwuMAoGCCqGSM49"
			+ "BAMCA0kAMEYCIQD7ocSeOfGX8/+P67+LDHHbKhX4g0TUfe11JNBK5tW6jAIhAN7n"
			+ "oEEFEcpfsK7rzRj/zoXT9uTue8L/Qp1H0T0thcTV"),

	THIEF("MIIBNzCB36ADAgECAggM1PNBjwKg2jAKBggqhkjOPQQDAjAQMQ4wDAYDVQQDEwV0"
			+ "aGllZjAgFw0yNjExMjUxODU5MjBaGA8yMTI2MTEwMTE4NTkyMFowEDEOMAwGA1UE"
			+ "AxMFdGhpZWYwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARu+fLV2f562XWQyNmT"
			+ "WY5rm9L9yQYKFFfcTt8ESsDW+SI8EVoLL5VhQ0TdNFDQINjUFRFK4eBl0R6+qS/G"
			+ "cznJoyEwHzAdBgNVHQ4EFgQUmgyxrfkZtZDjfgLOwMf8Q/3jaM4wCgYIKoZIzj0E"
			+ "AwIDRwAwRAIgGSmZ+Q4VacWiYOYUwNBhqURE0b6FFiVPRv/GWBQizcsCIEgoEQ73"
			+ "xUJK0JvJAy3of1cl8kBXPan/I3jnZfrOdQ+R");

	private final byte[] encoded;

	ClientCertificate(String encoded) {
		this.encoded = Base64.getDecoder().decode(encoded);
	}

	public X509Certificate certificate() {
		try {
			return (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(this.encoded));
		}
		catch (CertificateException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public String thumbprint() {
		try {
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(MessageDigest.getInstance("SHA-256").digest(this.encoded));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Stands for the server's TLS: makes known the certificate that a header names.
	 */
	@Order(Ordered.HIGHEST_PRECEDENCE)
	static final class Tls extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			String name = request.getHeader("Certificate");
			if (name != null) {
				request.setAttribute("jakarta.servlet.request.X509Certificate",
						new X509Certificate[] { valueOf(name).certificate() });
			}
			chain.doFilter(request, response);
		}

	}

}
