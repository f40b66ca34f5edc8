package io.github.raspspring.reference;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.SectionOperation;
import io.github.raspspring.engine.SectionQuery;

/**
 * All sections of the endpoint, with what can be asked of them and done by them.
 */
final class EndpointsPage implements ReferencePage {

	private static final Pattern QUERY = Pattern.compile("query(?:\\.argument\\(|, )\"([a-z]+)\"\\)");

	private static final Pattern ARGUMENT = Pattern.compile("operation\\.argument\\(\"([a-z]+)\"\\)");

	private static final Pattern SECTION = Pattern.compile("implements [^{]*\\bEndpointSection\\b");

	private final List<EndpointSection> sections;

	EndpointsPage(Stream<EndpointSection> sections) {
		this.sections = sections.toList();
	}

	@Override
	public String file() {
		return "docs/reference/endpoints.md";
	}

	@Override
	public String text() {
		Table reading = new Table("read by GET", "what is behind it", "parameters");
		Table writing = new Table("write by POST", "operations", "arguments besides `operation` and `target`");
		reading.row("`/actuator/rasp`", "A summary of all sections, and `gaps`: what is off for want of configuration.",
				"");
		for (EndpointSection section : this.sections) {
			SourceText source = SourceText.of(section.getClass());
			String path = "/actuator/rasp/" + section.name();
			reading.row("`" + path + "`", source.firstSentence(), names(source.find(QUERY, SECTION)));
			if (overrides(section, "item", String.class)) {
				reading.row("`" + path + "/{item}`", "One item of it.", "");
			}
			if (overrides(section, "operate", SectionOperation.class)) {
				writing.row("`" + path + "`", operations(section), names(source.find(ARGUMENT, SECTION)));
			}
		}
		return """
				# Endpoints

				All sections of the Actuator endpoint `rasp`. What the application does not use, such as scores or plans, has no
				section. An item that does not exist is answered 404, a parameter or operation that can't be understood is answered
				400 with a problem (RFC 9457) that says what is possible.

				"""
				+ reading
				+ """

						Writing needs `management.endpoint.rasp.access=unrestricted`, and a body of JSON such as
						`{"operation":"block","target":"network:192.0.2.66","duration":"10m","reason":"seen in the log"}`.
						Every operation is recorded as the event `operator-acted`. [Clients and operators](../guides/limits-and-clients.md)
						tells how to protect it.

						"""
				+ writing + """

						The endpoint `raspTokens` revokes tokens; see [tokens](../guides/tokens.md). It is off unless
						`management.endpoint.raspTokens.access=unrestricted`.
						""";
	}

	/**
	 * What is possible is what a section says to somebody who asks for something else.
	 */
	private static String operations(EndpointSection section) {
		return Stream.of("network:192.0.2.66", "default")
			.map((target) -> refusal(section, target))
			.filter((refusal) -> refusal instanceof IllegalArgumentException)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(section.name() + " does not say what is possible"))
			.getMessage();
	}

	private static RuntimeException refusal(EndpointSection section, String target) {
		try {
			section.operate(new SectionOperation("unheard-of", target, Map.of()));
			throw new IllegalStateException(section.name() + " does anything");
		}
		catch (IllegalArgumentException | NoSuchElementException ex) {
			return ex;
		}
	}

	private static boolean overrides(EndpointSection section, String method, Class<?> argument) {
		try {
			return section.getClass().getMethod(method, argument).getDeclaringClass() != EndpointSection.class;
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String names(Set<String> names) {
		return names.stream().map((name) -> "`" + name + "`").collect(Collectors.joining(", "));
	}

}
