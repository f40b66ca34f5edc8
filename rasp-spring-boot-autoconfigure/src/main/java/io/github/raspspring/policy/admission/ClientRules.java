package io.github.raspspring.policy.admission;

import java.util.List;
import java.util.function.Predicate;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.policy.PatternTrie;
import io.github.raspspring.policy.RequestPatterns;
import org.jspecify.annotations.Nullable;

/**
 * Who reaches which route. The rules may be replaced while the application runs.
 * Thread-safe.
 */
public final class ClientRules {

	private volatile Table table;

	/**
	 * Create rules.
	 * @param rules a rule for each route in the order in which routes are tried, those
	 * included that are open to everybody
	 */
	public ClientRules(List<ClientRule> rules) {
		this.table = Table.of(rules);
	}

	/**
	 * Replace all rules at once.
	 * @param rules the new ones
	 */
	public void replace(List<ClientRule> rules) {
		this.table = Table.of(rules);
	}

	/**
	 * Find the first rule that an exchange is asked by.
	 * @param inspection the exchange
	 * @param accepted tells which rules may be found
	 * @return the rule, or {@code null} if there is none
	 */
	@Nullable ClientRule first(Inspection inspection, Predicate<ClientRule> accepted) {
		Table current = this.table;
		if (current.rules.isEmpty()) {
			return null;
		}
		int found = current.requests.first(inspection, (number) -> accepted.test(current.rules.get(number)));
		return (found != PatternTrie.NONE) ? current.rules.get(found) : null;
	}

	/**
	 * Rules of one moment.
	 */
	private record Table(List<ClientRule> rules, RequestPatterns requests) {

		static Table of(List<ClientRule> rules) {
			return new Table(List.copyOf(rules),
					new RequestPatterns(rules.stream().map(ClientRule::requests).toList()));
		}

	}

}
