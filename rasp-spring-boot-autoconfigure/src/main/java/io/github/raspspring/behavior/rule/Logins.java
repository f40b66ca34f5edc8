package io.github.raspspring.behavior.rule;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.github.raspspring.behavior.RouteModel;
import io.github.raspspring.behavior.Visit;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Tells which requests are logins, and of which account.
 */
public final class Logins {

	private static final int LONGEST = 256;

	private final Requests requests;

	private final Set<String> accounts;

	private final boolean explicit;

	/** Routes of which a login is known to have failed: those of the application. */
	private final Set<RouteModel> failed = ConcurrentHashMap.newKeySet();

	/**
	 * Create an instance.
	 * @param patterns path patterns of logins; any path if empty
	 * @param accounts names of the fields that hold the account
	 */
	public Logins(List<String> patterns, Set<String> accounts) {
		this.requests = new Requests(patterns, Set.of("POST"));
		this.accounts = accounts.stream().map((name) -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
		this.explicit = !patterns.isEmpty();
	}

	/**
	 * Tell cheaply whether a request may be a login.
	 */
	boolean mayBe(Inspection inspection) {
		return inspection.method().equals("POST") && inspection.subject() == null && this.requests.contain(inspection);
	}

	/**
	 * Tell cheaply whether an account may be guessed by a request: where nobody has told
	 * which requests are logins, on routes only on which one has failed. All values of
	 * every other request would be looked through in vain.
	 */
	boolean mayGuess(Visit visit) {
		return mayBe(visit.inspection()) && succeeds(visit);
	}

	/**
	 * Tell whether a request is to be judged now: a login that is configured at once, any
	 * other only when it is certain that nobody was verified.
	 */
	boolean isDue(Visit visit) {
		boolean due = this.explicit ? visit.inspection().phase() == Phase.REQUEST : visit.isSettled();
		return due && mayBe(visit.inspection());
	}

	/**
	 * Note that a request that names an account was answered with 401, so that its route
	 * is one of logins.
	 */
	void failed(Visit visit) {
		RouteModel route = this.explicit ? null : visit.route();
		if (route != null) {
			this.failed.add(route);
		}
	}

	/**
	 * Tell whether a request that was answered well was a login. Where nobody has told
	 * which requests are, only a route on which logins fail too is one: who signs up for
	 * news in the name of somebody has not logged in as them.
	 */
	boolean succeeds(Visit visit) {
		RouteModel route = visit.route();
		return this.explicit || route != null && this.failed.contains(route);
	}

	/**
	 * Find the account, or {@code null} if the request names none.
	 */
	@Nullable String accountOf(Inspection inspection) {
		List<InputValue> values = inspection.values();
		for (int i = values.size() - 1; i >= 0; i--) {
			InputValue value = values.get(i);
			boolean body = value.location() == InputLocation.FORM || value.location() == InputLocation.JSON;
			if (body && value.kind() == InputValue.Kind.VALUE && value.value().length() <= LONGEST
					&& this.accounts.contains(nameOf(value))) {
				// Databases often don't tell case and blanks apart.
				return value.value().strip().toLowerCase(Locale.ROOT);
			}
		}
		return null;
	}

	/**
	 * The name within a document, however deep it stands and however it is written.
	 */
	private static String nameOf(InputValue value) {
		String name = value.lastName();
		return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
	}

}
