package io.github.raspspring.testing;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.pipeline.Exchange;
import org.jspecify.annotations.Nullable;

import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultMatcher;

/**
 * Matchers for {@code MockMvc} and {@code MockMvcTester} that assert what was decided on
 * a request:
 *
 * <pre class="code">
 * mvc.perform(get("/books").param("title", "x' or '1'='1")).andExpect(rasp().refusedBy("sql-injection"));
 * assertThat(tester.get().uri("/books?title=o'neill")).matches(rasp().passed());
 * </pre>
 *
 * A request counts as judged once it went through the product's filter: with the filters
 * left out of {@code MockMvc}, or mode {@code off} on its route, the matchers fail and
 * say so.
 */
public final class RaspResultMatchers {

	private static final RaspResultMatchers INSTANCE = new RaspResultMatchers();

	private RaspResultMatchers() {
	}

	/**
	 * Return the matchers.
	 * @return the matchers
	 */
	public static RaspResultMatchers rasp() {
		return INSTANCE;
	}

	/**
	 * Expect that the request was refused, blocked or throttled.
	 * @return the matcher
	 */
	public ResultMatcher refused() {
		return (result) -> check(decision(result), decision(result).refuses(), "be refused");
	}

	/**
	 * Expect that the request was refused, and that a detector or sink had to do with it.
	 * @param source name of the detector or sink
	 * @return the matcher
	 */
	public ResultMatcher refusedBy(String source) {
		return (result) -> check(decision(result), decision(result).refuses() && sees(decision(result), source, null),
				"be refused by " + source);
	}

	/**
	 * Expect that the request would have been refused in mode {@code block}, whatever the
	 * mode is.
	 * @return the matcher
	 */
	public ResultMatcher refusedInBlockMode() {
		return (result) -> check(decision(result), isRefusal(decision(result).inBlockMode()),
				"be refused in mode block");
	}

	/**
	 * Expect that the request was served, and would have been in mode {@code block}.
	 * @return the matcher
	 */
	public ResultMatcher passed() {
		return (result) -> check(decision(result),
				!decision(result).refuses() && !isRefusal(decision(result).inBlockMode()), "pass");
	}

	/**
	 * Expect that nothing at all was seen.
	 * @return the matcher
	 */
	public ResultMatcher clean() {
		return (result) -> check(decision(result), decision(result).findings().isEmpty(), "be clean");
	}

	/**
	 * Expect a finding, whatever was decided for it.
	 * @param source name of the detector or sink
	 * @return the matcher
	 */
	public ResultMatcher found(String source) {
		return (result) -> check(decision(result), sees(decision(result), source, null), "be seen by " + source);
	}

	/**
	 * Expect a finding of one rule, whatever was decided for it.
	 * @param source name of the detector or sink
	 * @param rule identifier of the rule
	 * @return the matcher
	 */
	public ResultMatcher found(String source, String rule) {
		return (result) -> check(decision(result), sees(decision(result), source, rule),
				"be seen by " + source + " as " + rule);
	}

	private static Decision decision(MvcResult result) {
		if (result.getRequest().getAttribute(Exchange.class.getName()) instanceof Exchange exchange) {
			return exchange.decision();
		}
		throw new AssertionError("The request was not judged: it did not go through the filter of the product, "
				+ "or the mode of its route is off");
	}

	private static boolean isRefusal(Decision.Action action) {
		return action.compareTo(Decision.Action.THROTTLE) >= 0;
	}

	private static boolean sees(Decision decision, String source, @Nullable String rule) {
		return decision.findings()
			.stream()
			.anyMatch((finding) -> finding.detector().equals(source)
					&& (rule == null || finding.rule().id().equals(rule)));
	}

	private static void check(Decision decision, boolean holds, String expectation) {
		if (!holds) {
			throw new AssertionError("Expected the request to " + expectation + ", but it was " + decision.action()
					+ " (in mode block " + decision.inBlockMode() + ") with " + seen(decision));
		}
	}

	private static String seen(Decision decision) {
		return decision.findings().isEmpty() ? "no findings"
				: String.join(", ", decision.findings().stream().map(RaspResultMatchers::describe).toList());
	}

	private static String describe(Finding finding) {
		return finding.detector() + '/' + finding.rule().id() + " (" + finding.confidence() + " at "
				+ finding.location() + ' ' + finding.name() + ')';
	}

}
