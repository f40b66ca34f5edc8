package io.github.raspspring.reference;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.event.EventRecorder;
import io.github.raspspring.event.Pseudonyms;

import org.springframework.util.ClassUtils;

/**
 * All events, with the fields of their records.
 */
final class EventsPage implements ReferencePage {

	private static final EventRecorder RECORDER = new EventRecorder(Pseudonyms.none(), () -> null);

	@Override
	public String file() {
		return "docs/reference/events.md";
	}

	@Override
	public String text() {
		StringBuilder text = new StringBuilder(
				"""
						# Events

						All types of event. Each is a record of the package `io.github.raspspring.engine.event`, is published as an
						application event of Spring (`@EventListener void on(SecurityEvent event)`), and is written wherever
						[events](../guides/events.md) are written. The type is what stands in the field `type` there; the tag of the meter
						`rasp.events` is the name of the record, in lower case with hyphens.

						""");
		List<Class<?>> events = List.of(SecurityEvent.class.getPermittedSubclasses());
		Table table = new Table("type", "record", "when it is published", "by the room");
		List<SourceText> sources = SourceText.all().toList();
		for (Class<?> event : events) {
			table.row(types(event), "[" + event.getSimpleName() + "](#" + event.getSimpleName().toLowerCase() + ")",
					SourceText.of(event).firstSentence(), String.join(", ", publishers(event, sources)));
		}
		text.append(table);
		events.forEach((event) -> append(text, event));
		return text.toString();
	}

	private static void append(StringBuilder text, Class<?> event) {
		SourceText source = SourceText.of(event);
		text.append("\n## ").append(event.getSimpleName()).append("\n\n").append(source.description()).append("\n\n");
		Table table = new Table("field", "type", "what it is");
		Map<String, String> parameters = source.parameters();
		for (RecordComponent component : event.getRecordComponents()) {
			table.row("`" + component.getName() + "`", "`" + component.getType().getSimpleName() + "`",
					parameters.getOrDefault(component.getName(), ""));
		}
		text.append(table);
	}

	/**
	 * Return the rooms whose classes create the event.
	 */
	private static Set<String> publishers(Class<?> event, List<SourceText> sources) {
		Pattern creation = Pattern.compile("(\\bnew |\\b)" + event.getSimpleName() + "(\\.of)?\\((?!.*\\{\\s*$)");
		return sources.stream()
			.filter((source) -> !source.room().equals("engine.event"))
			.filter((source) -> creation.matcher(source.text()).find())
			.map((source) -> "`" + source.room() + "`")
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String types(Class<?> event) {
		return Stream.of(true, false)
			.map((flag) -> "`" + RECORDER.record(example(event, flag)).type() + "`")
			.distinct()
			.collect(Collectors.joining(", "));
	}

	private static SecurityEvent example(Class<?> event, boolean flag) {
		RecordComponent[] components = event.getRecordComponents();
		Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
		Object[] values = Stream.of(types).map((type) -> example(type, flag, 0)).toArray();
		try {
			return (SecurityEvent) event.getDeclaredConstructor(types).newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Object example(Class<?> type, boolean flag, int number) {
		Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
		if (type.isEnum()) {
			return type.getEnumConstants()[number];
		}
		Map<Class<?>, Object> examples = Map.of(String.class, "x", Boolean.class, flag, Integer.class, number,
				Long.class, (long) number, Instant.class, Instant.EPOCH, Duration.class, Duration.ZERO, List.class,
				List.of(), Decision.class, new Decision(Decision.Action.ALLOW, 0, List.of(), "default", "x", null),
				Double.class, (double) number, Throwable.class, new IllegalStateException());
		return examples.get(boxed);
	}

}
