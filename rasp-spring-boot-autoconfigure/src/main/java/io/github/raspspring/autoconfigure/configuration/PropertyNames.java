package io.github.raspspring.autoconfigure.configuration;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.raspspring.autoconfigure.RaspEventsProperties;
import io.github.raspspring.autoconfigure.RaspInspectionProperties;
import io.github.raspspring.autoconfigure.RaspProperties;
import io.github.raspspring.autoconfigure.Spelling;
import io.github.raspspring.autoconfigure.actuate.RaspDashboardProperties;
import io.github.raspspring.autoconfigure.behavior.RaspBehaviorProperties;
import io.github.raspspring.autoconfigure.client.RaspClientProperties;
import io.github.raspspring.autoconfigure.client.RaspFeedProperties;
import io.github.raspspring.autoconfigure.event.RaspEventOutletProperties;
import io.github.raspspring.autoconfigure.event.RaspEvidenceProperties;
import io.github.raspspring.autoconfigure.inspect.RaspGraphQlLimitsProperties;
import io.github.raspspring.autoconfigure.inspect.RaspUploadNameProperties;
import io.github.raspspring.autoconfigure.inspect.RaspXmlExternalEntityProperties;
import io.github.raspspring.autoconfigure.inventory.RaspInventoryProperties;
import io.github.raspspring.autoconfigure.ownership.RaspOwnershipProperties;
import io.github.raspspring.autoconfigure.policy.RaspAdviceProperties;
import io.github.raspspring.autoconfigure.policy.RaspPatchProperties;
import io.github.raspspring.autoconfigure.profile.RaspProfileProperties;
import io.github.raspspring.autoconfigure.ratelimit.RaspRateLimitProperties;
import io.github.raspspring.autoconfigure.selfcheck.RaspSelfCheckProperties;
import io.github.raspspring.autoconfigure.sink.RaspSinksProperties;
import io.github.raspspring.autoconfigure.store.RaspStoreProperties;
import io.github.raspspring.autoconfigure.token.RaspTokenProperties;
import io.github.raspspring.autoconfigure.web.RaspResponseProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * The names of all properties there are, as the records say. Several records share the
 * prefix, so no single one can tell what is unknown.
 */
final class PropertyNames {

	/** Includes rooms that are not active, whose properties are no mistake. */
	private static final List<Class<?>> RECORDS = List.of(RaspProperties.class, RaspAdviceProperties.class,
			RaspBehaviorProperties.class, RaspClientProperties.class, RaspDashboardProperties.class,
			RaspEventOutletProperties.class, RaspEventsProperties.class, RaspEvidenceProperties.class,
			RaspFeedProperties.class, RaspGraphQlLimitsProperties.class, RaspInspectionProperties.class,
			RaspInventoryProperties.class, RaspOwnershipProperties.class, RaspPatchProperties.class,
			RaspProfileProperties.class, RaspRateLimitProperties.class, RaspResponseProperties.class,
			RaspSelfCheckProperties.class, RaspSinksProperties.class, RaspStoreProperties.class,
			RaspTokenProperties.class, RaspUploadNameProperties.class, RaspXmlExternalEntityProperties.class);

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("rasp");

	private PropertyNames() {
	}

	static boolean concerns(ConfigurationPropertyName name) {
		return ROOT.isAncestorOf(name);
	}

	/**
	 * Look for a property.
	 * @param joined whether words of a name may be elements of their own, as in the names
	 * of environment variables
	 */
	static boolean contains(ConfigurationPropertyName name, boolean joined) {
		return types(name, joined).findAny().isPresent();
	}

	/**
	 * Find the type of a property that has a value of its own.
	 * @param joined whether words of a name may be elements of their own
	 * @return the type, or {@code null} if there is no such property
	 */
	static @Nullable Type typeOf(ConfigurationPropertyName name, boolean joined) {
		return types(name, joined).filter((type) -> !(type instanceof Class<?> raw && raw.isRecord()))
			.findFirst()
			.orElse(null);
	}

	private static Stream<Type> types(ConfigurationPropertyName name, boolean joined) {
		List<String> elements = elements(name);
		return records().map((at) -> find(at, elements, joined)).filter(Objects::nonNull);
	}

	/**
	 * Find the known name that is nearest to an unknown one: the same but for the first
	 * element that is unknown.
	 * @return the name, or {@code null} if none is similar
	 */
	static @Nullable String nearest(ConfigurationPropertyName name) {
		List<String> elements = elements(name);
		for (int i = 1; i < elements.size(); i++) {
			if (!contains(name.chop(i + 1), false)) {
				String near = Spelling.nearest(elements.get(i), names(elements.subList(0, i)));
				return (near != null) ? complete(name, i, near) : null;
			}
		}
		return null;
	}

	/**
	 * Return the names there are where an unknown one stands.
	 */
	static Collection<String> siblings(ConfigurationPropertyName name) {
		List<String> elements = elements(name);
		for (int i = elements.size() - 1; i > 0; i--) {
			Collection<String> names = names(elements.subList(0, i));
			if (!names.isEmpty()) {
				String parent = name.chop(i) + ".";
				return names.stream().map((sibling) -> parent + sibling).toList();
			}
		}
		return List.of();
	}

	private static String complete(ConfigurationPropertyName name, int index, String element) {
		String start = name.chop(index).append(element).toString();
		String whole = start + name.toString().substring(name.chop(index + 1).toString().length());
		return contains(ConfigurationPropertyName.of(whole), false) ? whole : start;
	}

	private static Collection<String> names(List<String> parent) {
		Collection<String> names = new TreeSet<>();
		records().forEach((at) -> {
			if (startsWith(parent, at.prefix())) {
				names.addAll(names(at.type(), parent.subList(at.prefix().size(), parent.size())));
			}
			else if (startsWith(at.prefix(), parent)) {
				names.add(at.prefix().get(parent.size()));
			}
		});
		return names;
	}

	private static List<String> names(Type type, List<String> path) {
		if (path.isEmpty()) {
			return components(type).map(PropertyNames::name).toList();
		}
		Type next = next(type, path.get(0));
		return (next != null) ? names(next, path.subList(1, path.size())) : List.of();
	}

	private static @Nullable Type find(At at, List<String> elements, boolean joined) {
		for (int i = 1; i <= elements.size(); i++) {
			boolean starts = joined
					? uniform(String.join("", elements.subList(0, i))).equals(uniform(String.join("", at.prefix())))
					: i == at.prefix().size() && startsWith(elements, at.prefix());
			Type found = starts ? find(at.type(), elements.subList(i, elements.size()), joined) : null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	private static @Nullable Type find(Type type, List<String> path, boolean joined) {
		if (path.isEmpty()) {
			return type;
		}
		StringBuilder element = new StringBuilder();
		for (int i = 0; i < (joined ? path.size() : 1); i++) {
			element.append(path.get(i));
			Type next = next(type, element.toString());
			Type found = (next != null) ? find(next, path.subList(i + 1, path.size()), joined) : null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	/**
	 * Find the type of what a type has under a name.
	 */
	private static @Nullable Type next(Type type, String element) {
		if (type instanceof ParameterizedType generic) {
			Type[] arguments = generic.getActualTypeArguments();
			boolean map = generic.getRawType() == Map.class;
			return (map || element.chars().allMatch(Character::isDigit)) ? arguments[arguments.length - 1] : null;
		}
		return components(type).filter((component) -> uniform(name(component)).equals(uniform(element)))
			.findFirst()
			.map(RecordComponent::getGenericType)
			.orElse(null);
	}

	static Stream<RecordComponent> components(Type type) {
		return (type instanceof Class<?> raw && raw.isRecord()) ? Stream.of(raw.getRecordComponents()) : Stream.empty();
	}

	static String name(RecordComponent component) {
		return DataObjectPropertyName.toDashedForm(component.getName());
	}

	static Stream<At> records() {
		return RECORDS.stream()
			.map((type) -> new At(
					elements(ConfigurationPropertyName.of(type.getAnnotation(ConfigurationProperties.class).value())),
					type));
	}

	private static List<String> elements(ConfigurationPropertyName name) {
		List<String> elements = new ArrayList<>();
		for (int i = 0; i < name.getNumberOfElements(); i++) {
			elements.add(name.getElement(i, Form.ORIGINAL));
		}
		return elements;
	}

	private static boolean startsWith(List<String> elements, List<String> prefix) {
		return elements.size() >= prefix.size() && uniform(String.join(".", elements.subList(0, prefix.size())))
			.equals(uniform(String.join(".", prefix)));
	}

	private static String uniform(String element) {
		return element.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]", "");
	}

	/**
	 * Where a record is bound.
	 */
	record At(List<String> prefix, Class<?> type) {

	}

}
