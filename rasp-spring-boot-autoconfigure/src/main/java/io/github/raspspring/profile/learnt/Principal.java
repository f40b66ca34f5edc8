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

	private static final long MULTIPLIER = 0xA0761D6478BD642FL;

	private static final int GROUPS = 3;

	static Principal of(Inspection inspection, long secret) {
		Subject subject = inspection.subject();
		String name = (subject != null) ? subject.issuer() + ' ' + subject.name()
				: network(inspection.client().address());
		long hash = secret;
		for (int i = 0; i < name.length(); i++) {
			hash = (hash ^ name.charAt(i)) * MULTIPLIER;
			hash ^= hash >>> 29;
		}
		return new Principal(hash ^ hash >>> 32);
	}

	private static String network(String address) {
		boolean six = address.indexOf(':') >= 0;
		int end = -1;
		for (int i = 0; i < GROUPS; i++) {
			int next = address.indexOf(six ? ':' : '.', end + 1);
			if (next < 0) {
				return address;
			}
			end = next;
		}
		return address.substring(0, end);
	}

	/**
	 * Return one of 16 places.
	 */
	int place() {
		return (int) (this.hash & 15);
	}

	/**
	 * Return one of 256 places.
	 */
	int widePlace() {
		return (int) (this.hash >>> 16 & 255);
	}

}
