package io.github.raspspring.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.raspspring.engine.EndpointSection;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * The endpoint {@code rasp}: a summary, a page per section and a page per item. Knows no
 * room: each contributes a section.
 */
@Endpoint(id = "rasp")
public class RaspEndpoint {

	private final Map<String, EndpointSection> sections;

	/**
	 * Create the endpoint.
	 * @param sections what the rooms contribute, in the order of the summary
	 */
	public RaspEndpoint(List<EndpointSection> sections) {
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
		this.sections.forEach((name, section) -> summary.put(name, section.overview()));
		summary.put("gaps", this.sections.values().stream().flatMap((section) -> section.gaps().stream()).toList());
		return summary;
	}

	/**
	 * Show a section.
	 * @param section its name
	 * @return its content, or {@code null} if there is no such section
	 */
	@ReadOperation
	public @Nullable Object section(@Selector String section) {
		EndpointSection found = this.sections.get(section);
		return (found != null) ? found.content() : null;
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

}
