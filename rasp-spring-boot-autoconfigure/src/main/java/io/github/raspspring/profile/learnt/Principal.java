package io.github.raspspring.profile.learnt;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Subject;

/**
 * Who sends a request, as far as learning is concerned: the verified subject, or the
 * network of an anonymous client, an IPv4 /24 or an IPv6 /56. Behind a secret, so that
 * nobody can look for names that meet.
 *
 * @param hash a number for whom it is
 */
record Principal(long hash) {

	/** Places that principals are told apart by. */
	static final int PLACES = 16;

	private static final long MULTIPLIER = 0xA0761D6478BD642FL;

	private static final int GROUPS = 3;

	static Principal of(Inspection inspection, long secret) {
		Subject subject = inspection.subject();
		long hash = (subject != null) ? hash(subject, secret) : network(inspection.client().address(), secret);
		return new Principal(hash ^ hash >>> 32);
	}

	private static long hash(Subject subject, long secret) {
		String issuer = String.valueOf(subject.issuer());
		long hash = mix(hash(issuer, issuer.length(), secret), ' ');
		return hash(subject.name(), subject.name().length(), hash);
	}

	private static long hash(String text, int length, long start) {
		long hash = start;
		for (int i = 0; i < length; i++) {
			hash = mix(hash, text.charAt(i));
		}
		return hash;
	}

	private static long mix(long hash, char c) {
		long mixed = (hash ^ c) * MULTIPLIER;
		return mixed ^ mixed >>> 29;
	}

	private static long network(String address, long secret) {
		char separator = (address.indexOf(':') >= 0) ? ':' : '.';
		int end = -1;
		for (int i = 0; i < GROUPS; i++) {
			int next = address.indexOf(separator, end + 1);
			if (next < 0) {
				return hash(address, address.length(), secret);
			}
			end = next;
		}
		return hash(address, end, secret);
	}

	/**
	 * Return one of 16 places.
	 */
	int place() {
		return (int) (this.hash & PLACES - 1);
	}

	/**
	 * Return one of 256 places.
	 */
	int widePlace() {
		return (int) (this.hash >>> 16 & 255);
	}

}
