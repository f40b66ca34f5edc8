package io.github.raspspring.policy.patch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.SectionOperation;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;

/**
 * All virtual patches: those of the configuration, and those that operators have added
 * while the application runs, which end with it. Reports a patch once that is used behind
 * its expiry. Thread-safe.
 */
public final class PatchCatalog implements EndpointSection {

	private static final int MOST_PATCHES = 200;

	private static final int MOST_LINES = 50;

	private final Predicate<String> operators;

	private final BiFunction<String, Map<String, String>, VirtualPatch> reader;

	private final BiConsumer<VirtualPatch, Instant> overdue;

	private final Clock clock;

	private final Set<VirtualPatch> reported = ConcurrentHashMap.newKeySet();

	private volatile Set<String> configured = Set.of();

	private volatile List<VirtualPatch> all;

	/**
	 * Create a catalog.
	 * @param configured patches of the configuration, each with a name of its own
	 * @param reader makes a patch of its name and of what an operator says of it; throws
	 * an {@link IllegalArgumentException} that says what is wrong
	 * @param overdue told once of a patch that is used behind its expiry, with the time
	 * @param clock tells the time
	 * @param operators tells which paths are those of operators, where what one of them
	 * adds does not apply: it has to be removed there
	 */
	public PatchCatalog(List<VirtualPatch> configured, BiFunction<String, Map<String, String>, VirtualPatch> reader,
			BiConsumer<VirtualPatch, Instant> overdue, Clock clock, Predicate<String> operators) {
		this.all = List.copyOf(configured);
		this.configured = ids(configured);
		this.operators = operators;
		this.reader = reader;
		this.overdue = overdue;
		this.clock = clock;
	}

	/**
	 * Return the patches.
	 * @return an immutable list
	 */
	public List<VirtualPatch> all() {
		return this.all;
	}

	/**
	 * Replace the patches of the configuration. Those of operators stay, unless one of
	 * the configuration has their name now.
	 * @param configured patches of the configuration, each with a name of its own
	 */
	public synchronized void replace(List<VirtualPatch> configured) {
		Set<String> ids = ids(configured);
		List<VirtualPatch> patches = new ArrayList<>(configured);
		this.all.stream()
			.filter((patch) -> !this.configured.contains(patch.id()) && !ids.contains(patch.id()))
			.forEach(patches::add);
		this.configured = ids;
		this.all = List.copyOf(patches);
		this.reported.retainAll(patches);
	}

	private static Set<String> ids(List<VirtualPatch> patches) {
		return patches.stream().map(VirtualPatch::id).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Tell whether a patch applies to an exchange.
	 */
	boolean applies(VirtualPatch patch, Inspection inspection) {
		return patch.requests().matches(inspection)
				&& (this.configured.contains(patch.id()) || !this.operators.test(inspection.path()));
	}

	/**
	 * Report the patches that are overdue by now and were not reported yet.
	 */
	public void reportOverdue() {
		Instant now = this.clock.instant();
		this.all.forEach((patch) -> used(patch, now));
	}

	void used(VirtualPatch patch, Instant now) {
		if (patch.isOverdue(now) && !this.reported.contains(patch) && this.reported.add(patch)) {
			this.overdue.accept(patch, now);
		}
	}

	@Override
	public String name() {
		return "patches";
	}

	@Override
	public String reason() {
		return "by rasp.patches";
	}

	@Override
	public String headline() {
		return switch (this.all.size()) {
			case 0 -> "";
			case 1 -> "1 patch";
			default -> this.all.size() + " patches";
		};
	}

	@Override
	public Map<String, Object> overview() {
		Instant now = this.clock.instant();
		Map<String, Object> overview = new LinkedHashMap<>();
		overview.put("patches", this.all.size());
		overview.put("overdue", this.all.stream().filter((patch) -> patch.isOverdue(now)).count());
		return overview;
	}

	@Override
	public List<String> gaps() {
		Instant now = this.clock.instant();
		return this.all.stream()
			.filter((patch) -> patch.isOverdue(now))
			.map((patch) -> "The virtual patch " + patch.id() + " is overdue: fix the code and remove it from "
					+ "rasp.patches, or set a later expires.")
			.toList();
	}

	@Override
	public Object content() {
		return Map.of("patches", this.all.stream().map(this::describe).toList());
	}

	@Override
	public @Nullable Object item(String id) {
		return this.all.stream().filter((patch) -> patch.id().equals(id)).findFirst().map(this::describe).orElse(null);
	}

	private Map<String, Object> describe(VirtualPatch patch) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("id", patch.id());
		description.put("pattern", patch.requests().pattern().getPatternString());
		description.put("methods", patch.requests().methods());
		description.put("targets", patch.targets().stream().map(PatchTarget::toString).toList());
		description.put("mode", patch.mode());
		description.put("reference", patch.reference());
		description.put("expires", (patch.expires() != null) ? patch.expires().toString() : "never");
		description.put("overdue", patch.isOverdue(this.clock.instant()));
		description.put("source", this.configured.contains(patch.id()) ? "configuration" : "operator");
		return description;
	}

	/**
	 * Add a patch, or remove one that was added.
	 */
	@Override
	public synchronized @Nullable Object operate(SectionOperation operation) {
		return switch (operation.name()) {
			case "add" -> add(operation);
			case "remove" -> remove(operation.target());
			default -> throw new IllegalArgumentException("Patches can be changed by add and remove");
		};
	}

	private Object add(SectionOperation operation) {
		String id = operation.target();
		if (this.configured.contains(id)) {
			throw new IllegalArgumentException("A patch of the configuration has this name");
		}
		List<VirtualPatch> patches = without(id);
		if (patches.size() >= MOST_PATCHES) {
			throw new IllegalArgumentException("There are " + MOST_PATCHES + " patches; remove one first");
		}
		VirtualPatch patch = this.reader.apply(id, arguments(operation));
		patches.add(patch);
		this.all = List.copyOf(patches);
		this.reported.retainAll(patches);
		return describe(patch);
	}

	/**
	 * The rule, and with it the duration and the reason if there are such.
	 */
	private Map<String, String> arguments(SectionOperation operation) {
		Map<String, String> arguments = new LinkedHashMap<>();
		String rule = operation.argument("rule");
		if (rule != null) {
			rule.lines().map(String::strip).filter((line) -> !line.isEmpty()).forEach((line) -> put(line, arguments));
		}
		String duration = operation.argument("duration");
		if (duration != null) {
			arguments.put("expires", this.clock.instant().plus(time(duration)).toString());
		}
		String reason = operation.argument("reason");
		if (reason != null) {
			arguments.putIfAbsent("reference", reason);
		}
		return arguments;
	}

	/**
	 * Written as in a file of properties, or as in YAML.
	 */
	private static void put(String line, Map<String, String> arguments) {
		int end = 0;
		while (end < line.length() && line.charAt(end) != '=' && line.charAt(end) != ':') {
			end++;
		}
		if (end == 0 || end == line.length() || arguments.size() == MOST_LINES) {
			throw new IllegalArgumentException("rule is a line such as name=value for each property of rasp.patches[]");
		}
		arguments.put(line.substring(0, end).strip(), line.substring(end + 1).strip());
	}

	private static Duration time(String text) {
		Duration duration = parsed(text);
		if (duration.isNegative() || duration.isZero() || duration.toDays() > 3650) {
			throw new IllegalArgumentException("duration of a patch is a time such as 24h or 14d");
		}
		return duration;
	}

	private static Duration parsed(String text) {
		try {
			return DurationStyle.SIMPLE.parse(text);
		}
		catch (RuntimeException ex) {
			throw new IllegalArgumentException("duration of a patch is a time such as 24h or 14d", ex);
		}
	}

	private Object remove(String id) {
		if (this.configured.contains(id)) {
			throw new IllegalArgumentException("The patch is part of the configuration: remove it from rasp.patches");
		}
		List<VirtualPatch> patches = without(id);
		if (patches.size() == this.all.size()) {
			throw new NoSuchElementException("There is no patch of this name");
		}
		this.all = List.copyOf(patches);
		this.reported.retainAll(patches);
		return Map.of("removed", id);
	}

	private List<VirtualPatch> without(String id) {
		List<VirtualPatch> patches = new ArrayList<>(this.all);
		patches.removeIf((patch) -> patch.id().equals(id));
		return patches;
	}

}
