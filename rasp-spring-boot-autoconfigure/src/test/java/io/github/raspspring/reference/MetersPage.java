package io.github.raspspring.reference;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;

/**
 * All meters, as they are registered.
 */
final class MetersPage implements ReferencePage {

	private final Map<String, List<Meter>> meters;

	MetersPage(MeterRegistry registry) {
		this.meters = registry.getMeters()
			.stream()
			.filter((meter) -> meter.getId().getName().startsWith("rasp."))
			.collect(Collectors.groupingBy((meter) -> meter.getId().getName(), TreeMap::new, Collectors.toList()));
	}

	@Override
	public String file() {
		return "docs/reference/meters.md";
	}

	@Override
	public String text() {
		Table table = new Table("meter", "kind", "tags", "what it counts", "unit");
		this.meters.forEach((name, all) -> table.row("`" + name + "`",
				all.get(0).getId().getType().name().toLowerCase(Locale.ROOT), tags(all),
				all.stream()
					.map((meter) -> Objects.toString(meter.getId().getDescription(), ""))
					.distinct()
					.sorted()
					.collect(Collectors.joining("; ")),
				Objects.toString(all.get(0).getId().getBaseUnit(), "number")));
		return """
				# Meters

				All meters, as the product registers them where the application has a `MeterRegistry`. Prometheus shows them with
				underscores, counters with `_total` behind: `rasp.requests` is `rasp_requests_total`.
				[Monitoring](../guides/monitoring.md) tells what to watch and when to be woken.

				"""
				+ table;
	}

	private static String tags(List<Meter> meters) {
		return meters.stream()
			.flatMap((meter) -> meter.getId().getTags().stream())
			.map(Tag::getKey)
			.distinct()
			.map((tag) -> "`" + tag + "`")
			.collect(Collectors.joining(", "));
	}

}
