package io.github.raspspring.attack.http;

import java.util.function.BooleanSupplier;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.text.Traits;

/**
 * Recognizes GraphQL requests that ask for more than one request should (CWE-770): depth,
 * aliases, repeated fields, directives, operations in a batch, and fragments that go in
 * circles. Introspection is a policy of its own, weak unless configured otherwise: what
 * is below {@code __schema} and {@code __type} does not count as depth.
 * <p>
 * Looks at documents only: values at {@code GRAPHQL}, and those called {@code query} that
 * read like a document. Costs one pass over those, with a small map of its fields.
 */
public final class GraphQlLimitsDetector implements RepeatableDetector {

	/** Rule {@code excess}: a limit is exceeded. */
	public static final Rule EXCESS = new Rule("excess", "CWE-770",
			"The GraphQL document asks for more than the limits allow.",
			"Set limits in the GraphQL engine as well (MaxQueryDepthInstrumentation, MaxQueryComplexityInstrumentation).");

	/** Rule {@code circular-fragments}: fragments spread each other. */
	public static final Rule CIRCULAR_FRAGMENTS = new Rule("circular-fragments", "CWE-674",
			"The fragments of the GraphQL document spread each other in a circle.",
			"Keep the engine's validation of documents switched on.");

	/** Rule {@code introspection}: the schema is asked for. */
	public static final Rule INTROSPECTION = new Rule("introspection", "CWE-200",
			"The GraphQL document asks for the schema.",
			"Switch introspection off in production (spring.graphql.schema.introspection.enabled=false).");

	/** No tool asks deeper; who does so wants work done. */
	private static final int DEEPEST_SCHEMA = 25;

	private final GraphQlLimits limits;

	private final BooleanSupplier trusted;

	/**
	 * Create a detector.
	 * @param limits how much a request may ask for
	 */
	public GraphQlLimitsDetector(GraphQlLimits limits) {
		this(limits, () -> false);
	}

	/**
	 * Create a detector that lets some callers ask for the schema, whatever the limits
	 * say of the others.
	 * @param limits how much a request may ask for
	 * @param trusted tells whether the caller of the current request may
	 */
	public GraphQlLimitsDetector(GraphQlLimits limits, BooleanSupplier trusted) {
		this.limits = limits;
		this.trusted = trusted;
	}

	@Override
	public String name() {
		return "graphql-limits";
	}

	@Override
	public Category category() {
		return Category.RATE_LIMIT;
	}

	@Override
	public long triggers() {
		return Traits.BRACE;
	}

	@Override
	public boolean supports(InputValue value) {
		if (value.kind() != InputValue.Kind.VALUE) {
			return false;
		}
		return switch (value.location()) {
			case GRAPHQL, JSON, QUERY, FORM, MULTIPART -> isDocumentName(value.lastName());
			default -> false;
		};
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		if (view.encodings() > 0 || !isDocument(view.text())) {
			return;
		}
		if (operation(view.input().name()) >= this.limits.batch()) {
			report(EXCESS, "batch", view, findings);
		}
		GraphQlMeasure measure = new GraphQlMeasure(view.text());
		int depth = measure.depth();
		check("depth", depth, this.limits.depth(), view, findings);
		check("aliases", measure.aliases(), this.limits.aliases(), view, findings);
		check("repetitions", measure.repetitions(), this.limits.repetitions(), view, findings);
		check("directives", measure.directives(), this.limits.directives(), view, findings);
		check("definitions", measure.definitions(), this.limits.repetitions(), view, findings);
		check("spreads", measure.spreads(), this.limits.repetitions(), view, findings);
		if (measure.isCircular()) {
			report(CIRCULAR_FRAGMENTS, "fragments", view, findings);
		}
		check("schema depth", measure.schemaDepth(), DEEPEST_SCHEMA, view, findings);
		if (measure.isIntrospective() && this.limits.introspection() != GraphQlIntrospection.ALLOW) {
			introspected(view, findings);
		}
	}

	private void introspected(ValueView view, Findings findings) {
		findings.onlyForThisRequest();
		if (!this.trusted.getAsBoolean()) {
			boolean denied = this.limits.introspection() == GraphQlIntrospection.DENY;
			findings.add(Finding.of(this, INTROSPECTION)
				.confidence(denied ? Confidence.STRONG : Confidence.WEAK)
				.at(view.input())
				.build());
		}
	}

	private void check(String what, int measured, int limit, ValueView view, Findings findings) {
		if (measured > limit) {
			report(EXCESS, what + " " + measured + " > " + limit, view, findings);
		}
	}

	private void report(Rule rule, String evidence, ValueView view, Findings findings) {
		findings.add(Finding.of(this, rule).confidence(Confidence.STRONG).at(view.input()).evidence(evidence).build());
	}

	private static boolean isDocumentName(String name) {
		return name.equals("query") || name.endsWith("/query");
	}

	/**
	 * Index of the operation in a batch, from a pointer such as {@code /3/query}.
	 */
	private static int operation(String name) {
		int index = 0;
		int end = name.length() - "/query".length();
		for (int i = 1; i < end; i++) {
			char c = name.charAt(i);
			if (c < '0' || c > '9' || i > 6) {
				return 0;
			}
			index = index * 10 + c - '0';
		}
		return index;
	}

	private static boolean isDocument(String text) {
		int start = 0;
		while (start < text.length() && (text.charAt(start) <= ' ' || text.charAt(start) == ',')) {
			start++;
		}
		boolean keyword = text.startsWith("query", start) || text.startsWith("mutation", start)
				|| text.startsWith("subscription", start) || text.startsWith("fragment", start)
				|| text.startsWith("#", start) || text.startsWith("{", start);
		return keyword && text.indexOf('{', start) >= 0;
	}

}
