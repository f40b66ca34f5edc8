package io.github.raspspring.ownership.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.ownership.OwnershipRule;

/**
 * Shows the rules, what was judged by them, and what could not be.
 */
public final class OwnershipSection implements EndpointSection {

	private final OwnershipWatch watch;

	private final Supplier<Map<String, Object>> learnt;

	/**
	 * Create a section.
	 * @param watch judges statements
	 * @param learnt what was learnt without rules
	 */
	public OwnershipSection(OwnershipWatch watch, Supplier<Map<String, Object>> learnt) {
		this.watch = watch;
		this.learnt = learnt;
	}

	@Override
	public String name() {
		return "ownership";
	}

	@Override
	public Map<String, Object> overview() {
		return Map.of("rules", this.watch.rules().size(), "statements", this.watch.counts().all());
	}

	@Override
	public Object content() {
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("rules", this.watch.rules().stream().map(OwnershipSection::describe).toList());
		content.put("statements", this.watch.counts().all());
		content.put("unreadable", this.watch.counts().unreadable());
		content.put("learnt", this.learnt.get());
		return content;
	}

	@Override
	public String reason() {
		return this.watch.rules().isEmpty() ? "" : "rasp.ownership.rules";
	}

	@Override
	public List<String> gaps() {
		return this.watch.rules().isEmpty()
				? List.of("No rule says to whom the rows of tables belong: set rasp.ownership.rules.") : List.of();
	}

	private static Map<String, Object> describe(OwnershipRule rule) {
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("id", rule.id());
		shown.put("tables", rule.tables());
		shown.put("column", rule.column());
		shown.put("claim", rule.claim());
		shown.put("exemptAuthorities", new ArrayList<>(rule.exemptAuthorities()));
		shown.put("mode", rule.mode());
		return shown;
	}

}
