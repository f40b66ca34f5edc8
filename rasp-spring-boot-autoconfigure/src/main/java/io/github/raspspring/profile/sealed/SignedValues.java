package io.github.raspspring.profile.sealed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Signs values that clients are to send back as they got them, and reads them again: a
 * price in a form, the id of a draft, the next step of a process. A signature is bound to
 * a name, to the verified subject of the request and to a time of expiry. What is signed
 * can be read by the client; it can't be changed, kept for long or passed to somebody
 * else. For requests without a subject it is bound to nobody. A bean; thread-safe.
 */
public final class SignedValues {

	private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

	private static final int MOST_DIGITS = 15;

	private static final int LONGEST = 4096;

	private final SealKeys keys;

	private final Duration lifetime;

	private final InspectionScope scope;

	private final Clock clock;

	private volatile boolean used;

	/**
	 * Create an instance.
	 * @param keys what is signed with
	 * @param lifetime how long a signature holds
	 * @param scope tells whose request the thread works for
	 * @param clock tells the time
	 */
	public SignedValues(SealKeys keys, Duration lifetime, InspectionScope scope, Clock clock) {
		this.keys = keys;
		this.lifetime = lifetime;
		this.scope = scope;
		this.clock = clock;
	}

	/**
	 * Sign a value for the subject of the current request.
	 * @param name what the value is, the name of {@link Signed}
	 * @param value the value, at most 4,000 characters
	 * @return the value, its expiry and its signature, with dots between them
	 */
	public String sign(String name, String value) {
		this.used = true;
		String expiry = String.valueOf(this.clock.instant().plus(this.lifetime).getEpochSecond());
		byte[] signature = this.keys.sign(parts(name, value, expiry, this.scope.current()));
		return value + '.' + expiry + '.' + ENCODER.encodeToString(signature);
	}

	/**
	 * Read a value that was signed for the subject of the current request.
	 * @param name what the value is
	 * @param signed what the client sent
	 * @return the value, empty if it was not issued like this or has expired
	 */
	public Optional<String> read(String name, String signed) {
		return (state(name, signed, this.scope.current()) == SealState.INTACT)
				? Optional.of(signed.substring(0, expiryOf(signed) - 1)) : Optional.empty();
	}

	/**
	 * Return whether anything was signed since the start.
	 * @return {@code true} once the application signs
	 */
	public boolean isUsed() {
		return this.used;
	}

	/**
	 * Judge what a client sent.
	 * @param name what the value is
	 * @param signed what the client sent
	 * @param inspection the exchange, or {@code null} for none
	 * @return what it turns out to be
	 */
	public SealState state(String name, String signed, @Nullable Inspection inspection) {
		int end = signed.lastIndexOf('.');
		int start = expiryOf(signed);
		if (start < 1 || signed.length() > LONGEST || end - start > MOST_DIGITS) {
			return SealState.FORGED;
		}
		String expiry = signed.substring(start, end);
		byte[] signature = decoded(signed.substring(end + 1));
		if (!this.keys.verify(signature, parts(name, signed.substring(0, start - 1), expiry, inspection))) {
			return SealState.FORGED;
		}
		return this.clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(expiry))) ? SealState.EXPIRED
				: SealState.INTACT;
	}

	/**
	 * Return where the expiry begins, 0 if there is none.
	 */
	private static int expiryOf(String signed) {
		int end = signed.lastIndexOf('.');
		return (end > 0) ? signed.lastIndexOf('.', end - 1) + 1 : 0;
	}

	private static byte[] decoded(String signature) {
		try {
			return Base64.getUrlDecoder().decode(signature);
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

	/**
	 * Issuer and name are parts of their own, so that no two subjects are one.
	 */
	private static String[] parts(String name, String value, String expiry, @Nullable Inspection inspection) {
		Subject subject = (inspection != null) ? inspection.subject() : null;
		if (subject == null) {
			return new String[] { name, value, expiry, "nobody" };
		}
		return (subject.issuer() == null) ? new String[] { name, value, expiry, "subject", subject.name() }
				: new String[] { name, value, expiry, "subject", subject.name(), subject.issuer() };
	}

}
