package io.github.raspspring.sink;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.raspspring.engine.EndpointSection;

/**
 * Shows which kinds of execution are judged, how, and what stays open.
 */
public final class SinksSection implements EndpointSection {

	private final Supplier<? extends Collection<? extends SinkCarrier>> carriers;

	/**
	 * Create the section.
	 * @param carriers gives all carriers at each call, so that showing the section early
	 * misses none
	 */
	public SinksSection(Supplier<? extends Collection<? extends SinkCarrier>> carriers) {
		this.carriers = carriers;
	}

	@Override
	public String name() {
		return "sinks";
	}

	@Override
	public String reason() {
		return "by what the application has";
	}

	@Override
	public String headline() {
		List<SinkCoverage> coverage = coverage();
		return coverage.stream().filter(SinkCoverage::carried).count() + " of " + coverage.size() + " sinks judged";
	}

	@Override
	public Map<String, Object> overview() {
		Map<String, Object> overview = new LinkedHashMap<>();
		for (SinkCoverage coverage : coverage()) {
			overview.put(coverage.kind().source(),
					coverage.carried() ? "judged: " + String.join(", ", coverage.carriedBy()) : "not judged");
		}
		this.carriers.get().forEach((carrier) -> overview.putAll(carrier.state()));
		return overview;
	}

	@Override
	public List<String> gaps() {
		List<String> open = coverage().stream()
			.filter((coverage) -> !coverage.carried())
			.map((coverage) -> coverage.kind().source())
			.toList();
		return open.isEmpty() ? List.of()
				: List.of("Not judged before execution: " + String.join(", ", open) + "." + advice());
	}

	@Override
	public Object content() {
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("sinks", coverage().stream().map(SinksSection::describe).toList());
		this.carriers.get().forEach((carrier) -> content.putAll(carrier.state()));
		return content;
	}

	private String advice() {
		return this.carriers.get()
			.stream()
			.map(SinkCarrier::advice)
			.filter((advice) -> !advice.isEmpty())
			.map((advice) -> " " + advice)
			.collect(Collectors.joining());
	}

	private List<SinkCoverage> coverage() {
		return SinkCoverage.of(this.carriers.get());
	}

	private static Map<String, Object> describe(SinkCoverage coverage) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("sink", coverage.kind().source());
		description.put("judged", coverage.carried());
		description.put("carriedBy", coverage.carriedBy());
		description.put("open", coverage.open());
		return description;
	}

}
