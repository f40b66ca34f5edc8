package io.github.raspspring.token.revocation;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.event.OperatorActed;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Revokes tokens while the application runs. Off unless its access is granted and it is
 * exposed; each call is an event.
 */
@Endpoint(id = "raspTokens", defaultAccess = Access.NONE)
public class RevocationsEndpoint {

	private final StoredRevocations revocations;

	private final SecurityEventPublisher publisher;

	private final Supplier<String> references;

	private final Clock clock;

	private final Duration ttl;

	/**
	 * Create the endpoint.
	 * @param revocations keeps the revocations
	 * @param publisher takes the events
	 * @param references makes a new unique reference at each call
	 * @param clock tells the time
	 * @param ttl how long a revocation is kept
	 */
	public RevocationsEndpoint(StoredRevocations revocations, SecurityEventPublisher publisher,
			Supplier<String> references, Clock clock, Duration ttl) {
		this.revocations = revocations;
		this.publisher = publisher;
		this.references = references;
		this.clock = clock;
		this.ttl = ttl;
	}

	/**
	 * Revoke.
	 * @param security who asks
	 * @param kind what, such as {@code subject}
	 * @param value by which it is found; none for {@code issued-before}
	 * @param issuer whose, any if left out
	 * @return whether all instances are known to see it
	 */
	@WriteOperation
	public Map<String, Object> revoke(SecurityContext security, @Selector String kind, @Nullable String value,
			@Nullable String issuer) {
		RevocationKind known = kind(kind, value);
		boolean everywhere = this.revocations.revoke(known, issuer, text(value), this.ttl);
		publish(security, "revoke", known, value, everywhere);
		return Map.of("revoked", known.label(), "seenByAllInstances", everywhere);
	}

	/**
	 * Take a revocation back.
	 * @param security who asks
	 * @param kind what
	 * @param value by which it is found
	 * @param issuer whose, any if left out
	 * @return whether all instances are known to see it
	 */
	@DeleteOperation
	public Map<String, Object> restore(SecurityContext security, @Selector String kind, @Nullable String value,
			@Nullable String issuer) {
		RevocationKind known = kind(kind, value);
		boolean everywhere = this.revocations.restore(known, issuer, text(value));
		publish(security, "restore", known, value, everywhere);
		return Map.of("restored", known.label(), "seenByAllInstances", everywhere);
	}

	private void publish(SecurityContext security, String operation, RevocationKind kind, @Nullable String value,
			boolean everywhere) {
		String operator = (security.getPrincipal() != null) ? security.getPrincipal().getName() : "anonymous";
		this.publisher.publish(new OperatorActed(this.references.get(), this.clock.instant(), Redaction.label(operator),
				operation, Redaction.label((kind.label() + " " + text(value)).trim()),
				everywhere ? "" : "not known to all instances"));
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

	private static RevocationKind kind(String name, @Nullable String value) {
		for (RevocationKind kind : RevocationKind.values()) {
			if (kind.label().equals(name)) {
				if ((kind == RevocationKind.ISSUED_BEFORE) != text(value).isEmpty()) {
					throw new InvalidEndpointRequestException("A value is needed for all kinds but issued-before",
							"Give a value, or none for issued-before");
				}
				return kind;
			}
		}
		throw new InvalidEndpointRequestException("Unknown kind",
				"Use token, subject, session, client, key or issued-before");
	}

}
