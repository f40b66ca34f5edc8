package io.github.raspspring.autoconfigure.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.autoconfigure.RouteChecks;
import io.github.raspspring.autoconfigure.policy.RaspPatchProperties.Patch;
import io.github.raspspring.policy.RequestPattern;
import io.github.raspspring.policy.patch.PatchCondition;
import io.github.raspspring.policy.patch.PatchCondition.Presence;
import io.github.raspspring.policy.patch.PatchTarget;
import io.github.raspspring.policy.patch.PatchTarget.Place;
import io.github.raspspring.policy.patch.VirtualPatch;
import io.github.raspspring.policy.pattern.LinearPattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * Makes virtual patches of properties, and names the property of one that can't be made.
 */
final class PatchFactory {

	private static final LinearPattern ID = LinearPattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

	private final String property;

	private final Patch patch;

	private PatchFactory(String property, Patch patch) {
		this.property = property;
		this.patch = patch;
	}

	static List<VirtualPatch> patches(RaspPatchProperties properties) {
		List<VirtualPatch> patches = new ArrayList<>();
		Set<String> ids = new HashSet<>();
		for (int i = 0; i < properties.patches().size(); i++) {
			String property = "rasp.patches[" + i + "]";
			VirtualPatch patch = new PatchFactory(property, properties.patches().get(i)).make();
			if (!ids.add(patch.id())) {
				throw new InvalidConfigurationPropertyValueException(property + ".id", patch.id(),
						"Give each patch a name of its own.");
			}
			patches.add(patch);
		}
		return patches;
	}

	/**
	 * Make a patch of what an operator says.
	 * @throws IllegalArgumentException if that is no patch; the message says why
	 */
	static VirtualPatch added(String id, Map<String, String> rule) {
		Map<String, Object> properties = new LinkedHashMap<>();
		rule.forEach((name, value) -> properties.put("rule." + name, value));
		properties.put("rule.id", id);
		try {
			Patch patch = new Binder(new MapConfigurationPropertySource(properties))
				.bind("rule", Bindable.of(Patch.class), new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
				.get();
			return new PatchFactory("rule", patch).make();
		}
		catch (InvalidConfigurationPropertyValueException ex) {
			throw new IllegalArgumentException(ex.getName() + ": " + ex.getReason(), ex);
		}
		catch (BindException | IllegalArgumentException ex) {
			throw new IllegalArgumentException("The rule is no patch: use the names and values of rasp.patches[]", ex);
		}
	}

	private VirtualPatch make() {
		String id = this.patch.id();
		if (id == null || !ID.matches(id)) {
			throw invalid("id", id, "Give the patch a name of lower-case letters, digits, dots and hyphens.");
		}
		RequestPattern requests = new RequestPattern(
				RouteChecks.pattern(this.property + ".pattern", this.patch.pattern()),
				RouteChecks.methods(this.property + ".methods", this.patch.methods()));
		return new VirtualPatch(id, requests, targets(), condition(), this.patch.mode(), this.patch.reference(),
				expires());
	}

	private List<PatchTarget> targets() {
		List<PatchTarget> targets = new ArrayList<>();
		add(targets, Place.PARAMETER, this.patch.parameter());
		add(targets, Place.HEADER, this.patch.header());
		add(targets, Place.COOKIE, this.patch.cookie());
		add(targets, Place.PATH_VARIABLE, this.patch.pathVariable());
		add(targets, Place.FILE, this.patch.file());
		String pointer = this.patch.jsonPointer();
		if (pointer != null && !pointer.isEmpty() && !pointer.startsWith("/")) {
			throw invalid("json-pointer", pointer, "Set a JSON pointer that starts with a slash, such as /items/*/id.");
		}
		add(targets, Place.DOCUMENT, pointer);
		add(targets, Place.GRAPHQL_VARIABLE, this.patch.graphqlVariable());
		if (targets.isEmpty()) {
			throw invalid("parameter", null,
					"Say which value is meant by parameter, header, cookie, path-variable, json-pointer, "
							+ "graphql-variable or file.");
		}
		return targets;
	}

	private static void add(List<PatchTarget> targets, Place place, @Nullable String name) {
		if (name != null && !name.isBlank()) {
			targets.add(new PatchTarget(place, name));
		}
	}

	private PatchCondition condition() {
		Patch asked = this.patch;
		boolean none = asked.type() == null && asked.min() == null && asked.max() == null && asked.minLength() == null
				&& asked.maxLength() == null && asked.values().isEmpty() && asked.valuePattern() == null
				&& asked.forbiddenPattern() == null && asked.presence() == Presence.OPTIONAL && asked.minSize() == null
				&& asked.maxSize() == null && asked.fileTypes().isEmpty();
		if (none) {
			throw invalid("type", null, "Say what the value has to be like: type, min, max, min-length, max-length, "
					+ "values, value-pattern, forbidden-pattern, presence, min-size, max-size or file-types.");
		}
		if (asked.min() != null && asked.max() != null && asked.min().compareTo(asked.max()) > 0) {
			throw invalid("max", asked.max(), "Set it to min or more.");
		}
		if (!asked.fileTypes().isEmpty() && asked.file() == null) {
			throw invalid("file", null, "Name the part of the file whose type is asked.");
		}
		return new PatchCondition(asked.type(), asked.min(), asked.max(), bound("min-length", asked.minLength(), 0),
				bound("max-length", asked.maxLength(), Integer.MAX_VALUE), asked.values(),
				pattern("value-pattern", asked.valuePattern()), pattern("forbidden-pattern", asked.forbiddenPattern()),
				asked.presence(), bound("min-size", asked.minSize(), 0),
				bound("max-size", asked.maxSize(), Integer.MAX_VALUE), asked.fileTypes());
	}

	private int bound(String name, @Nullable Integer value, int unset) {
		if (value != null && value < 0) {
			throw invalid(name, value, "Set it to 0 or more.");
		}
		return (value != null) ? value : unset;
	}

	private @Nullable LinearPattern pattern(String name, @Nullable String pattern) {
		if (pattern == null) {
			return null;
		}
		try {
			return LinearPattern.compile(pattern);
		}
		catch (IllegalArgumentException ex) {
			throw invalid(name, pattern, "Mend the pattern: " + ex.getMessage() + ".");
		}
	}

	private @Nullable Instant expires() {
		String expires = this.patch.expires();
		if (expires == null || expires.isBlank()) {
			return null;
		}
		try {
			return (expires.indexOf('T') > 0) ? Instant.parse(expires)
					: LocalDate.parse(expires).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
		}
		catch (DateTimeException ex) {
			throw invalid("expires", expires, "Set a date such as 2026-12-31, or a time such as 2026-12-31T12:00:00Z.");
		}
	}

	private InvalidConfigurationPropertyValueException invalid(String name, @Nullable Object value, String reason) {
		return new InvalidConfigurationPropertyValueException(this.property + "." + name, value, reason);
	}

}
