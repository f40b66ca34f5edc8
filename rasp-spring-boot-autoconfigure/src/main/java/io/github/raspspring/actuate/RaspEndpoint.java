package io.github.raspspring.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.SectionOperation;
import io.github.raspspring.engine.SectionQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.util.MimeTypeUtils;

/**
 * The endpoint {@code rasp}: a summary, a page per section and a page per item. Knows no
 * room: each contributes a section. Read-only unless
 * {@code management.endpoint.rasp.access=unrestricted}; what operators do is recorded.
 */
@Endpoint(id = "rasp", defaultAccess = Access.READ_ONLY)
public class RaspEndpoint {

	private final Map<String, EndpointSection> sections;

	private final OperatorLog log;

	/**
	 * Create the endpoint.
	 * @param sections what the rooms contribute, in the order of the summary
	 * @param log takes what operators do
	 */
	public RaspEndpoint(List<EndpointSection> sections, OperatorLog log) {
		this.log = log;
		this.sections = sections.stream()
			.collect(Collectors.toMap(EndpointSection::name, (section) -> section, (first, second) -> first,
					LinkedHashMap::new));
	}

	/**
	 * Tell what is active, what was counted, and what is off for want of configuration.
	 * @return an overview of each section
	 */
	@ReadOperation
	public Map<String, Object> summary() {
		Map<String, Object> summary = new LinkedHashMap<>();
		this.sections.forEach((name, section) -> summary.put(name, section.summary()));
		summary.put("gaps", this.sections.values().stream().flatMap((section) -> section.gaps().stream()).toList());
		return summary;
	}

	/**
	 * Show a section.
	 * @param section its name
	 * @return its content, or {@code null} if there is no such section
	 */
	public @Nullable Object section(String section) {
		EndpointSection found = this.sections.get(section);
		return (found != null) ? found.content() : null;
	}

	/**
	 * Show a section, or the part of it that is asked for. Each section says in its guide
	 * which arguments it knows; it leaves others alone.
	 * @param section its name
	 * @param from the earliest time, or {@code null}
	 * @param to the latest time, or {@code null}
	 * @param type what kind of event, or {@code null}
	 * @param action what was done or came of it, or {@code null}
	 * @param route the template of a route, or {@code null}
	 * @param client who sent it, or {@code null}
	 * @param subject who was verified, or {@code null}
	 * @param detector name of a detector or sink, or {@code null}
	 * @param rule name of a rule, or {@code null}
	 * @param parameter where a value was found, or {@code null}
	 * @param by what to count by, or {@code null} to list
	 * @param after the rest of an earlier answer, or {@code null}
	 * @param limit how many at most, or {@code null}
	 * @param period how much time to look back, or {@code null}
	 * @param format how to show it, or {@code null}
	 * @return its content, a problem, or {@code null} if there is no such section
	 */
	@ReadOperation
	public @Nullable Object section(@Selector String section, @Nullable String from, @Nullable String to,
			@Nullable String type, @Nullable String action, @Nullable String route, @Nullable String client,
			@Nullable String subject, @Nullable String detector, @Nullable String rule, @Nullable String parameter,
			@Nullable String by, @Nullable String after, @Nullable String limit, @Nullable String period,
			@Nullable String format) {
		EndpointSection found = this.sections.get(section);
		if (found == null) {
			return null;
		}
		Map<String, String> arguments = new TreeMap<>();
		put(arguments, "from", from);
		put(arguments, "to", to);
		put(arguments, "type", type);
		put(arguments, "action", action);
		put(arguments, "route", route);
		put(arguments, "client", client);
		put(arguments, "subject", subject);
		put(arguments, "detector", detector);
		put(arguments, "rule", rule);
		put(arguments, "parameter", parameter);
		put(arguments, "by", by);
		put(arguments, "after", after);
		put(arguments, "limit", limit);
		put(arguments, "period", period);
		put(arguments, "format", format);
		try {
			Object content = found.content(new SectionQuery(arguments));
			return (content instanceof EndpointSection.Page page)
					? new WebEndpointResponse<>(page.text(), 200, MimeTypeUtils.parseMimeType(page.contentType()))
					: content;
		}
		catch (IllegalArgumentException ex) {
			return problem(400, "Bad Request", ex.getMessage());
		}
	}

	/**
	 * Show one item of a section.
	 * @param section its name
	 * @param item which item
	 * @return the item, or {@code null} if there is none
	 */
	@ReadOperation
	public @Nullable Object item(@Selector String section, @Selector String item) {
		EndpointSection found = this.sections.get(section);
		return (found != null) ? found.item(item) : null;
	}

	/**
	 * Change something while the application runs.
	 * @param operator who does it
	 * @param section its section
	 * @param operation what to do, such as {@code block}, {@code unblock}, {@code forget}
	 * or {@code change}
	 * @param target to what, such as a client or a plan
	 * @param duration for how long, or {@code null}
	 * @param capacity tokens of a plan, or {@code null}
	 * @param period time for which they are granted, or {@code null}
	 * @param reason a note for the audit trail, or {@code null}
	 * @param confirm {@code true} to do what concerns the caller too, or {@code null}
	 * @param rule what a rule says, a line {@code name=value} for each property, or
	 * {@code null}
	 * @return what the target is like now, or a problem
	 */
	@WriteOperation
	public Object operate(SecurityContext operator, @Selector String section, String operation, String target,
			@Nullable String duration, @Nullable String capacity, @Nullable String period, @Nullable String reason,
			@Nullable String confirm, @Nullable String rule) {
		EndpointSection found = this.sections.get(section);
		if (found == null) {
			return problem(404, "Not Found", "There is no section of this name; the endpoint itself lists all");
		}
		Map<String, String> arguments = new TreeMap<>();
		put(arguments, "duration", duration);
		put(arguments, "capacity", capacity);
		put(arguments, "period", period);
		put(arguments, "reason", reason);
		put(arguments, "confirm", confirm);
		put(arguments, "rule", rule);
		SectionOperation request = new SectionOperation(operation, target, arguments);
		try {
			Object result = found.operate(request);
			this.log.record(operator.getPrincipal(), section, request);
			return (result != null) ? result : Map.of();
		}
		catch (NoSuchElementException ex) {
			// Another instance may have known it, so something may have been done.
			this.log.record(operator.getPrincipal(), section, request);
			return problem(404, "Not Found", ex.getMessage());
		}
		catch (IllegalArgumentException ex) {
			return problem(400, "Bad Request", ex.getMessage());
		}
	}

	private static WebEndpointResponse<Map<String, Object>> problem(int status, String title,
			@Nullable String message) {
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("type", "about:blank");
		problem.put("title", title);
		problem.put("status", status);
		problem.put("detail", (message != null) ? message : "The operation is invalid");
		return new WebEndpointResponse<>(problem, status, MimeTypeUtils.parseMimeType("application/problem+json"));
	}

	private static void put(Map<String, String> arguments, String name, @Nullable String value) {
		if (value != null) {
			arguments.put(name, value);
		}
	}

}
