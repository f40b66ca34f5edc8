package io.github.raspspring.event;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.SectionQuery;
import io.github.raspspring.engine.event.EventArchive;
import io.github.raspspring.engine.event.EventDimension;
import io.github.raspspring.engine.event.EventPage;
import io.github.raspspring.engine.event.EventQuery;
import org.jspecify.annotations.Nullable;

/**
 * Shows events: those somebody asks for, page by page, or how many there are of a kind.
 */
public final class EventsSection implements EndpointSection {

	private static final int DEFAULT_LIMIT = 100;

	private static final int LARGEST_LIMIT = 1000;

	private final EventArchive archive;

	private final EventHistory history;

	private final Pseudonyms names;

	/**
	 * Create the section.
	 * @param archive where events are looked for
	 * @param history tells how much is kept in memory
	 * @param names how clients and subjects are named in events
	 */
	public EventsSection(EventArchive archive, EventHistory history, Pseudonyms names) {
		this.archive = archive;
		this.history = history;
		this.names = names;
	}

	@Override
	public String name() {
		return "events";
	}

	@Override
	public Map<String, Object> overview() {
		return this.history.overview();
	}

	@Override
	public Object content() {
		return content(SectionQuery.ALL);
	}

	@Override
	public Object content(SectionQuery query) {
		String by = query.argument("by");
		if (by != null) {
			EventDimension dimension = dimension(by);
			return Map.of("by", by, "counts", this.archive.count(query(query), dimension));
		}
		EventPage page = this.archive.find(query(query));
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("events", page.events().stream().map(EventSummary::of).toList());
		if (page.next() != null) {
			content.put("next", page.next());
		}
		return content;
	}

	@Override
	public @Nullable Object item(String reference) {
		return this.archive.get(reference);
	}

	private EventQuery query(SectionQuery query) {
		return new EventQuery(time(query, "from"), time(query, "to"), query.argument("type"), query.argument("action"),
				query.argument("route"), name(query.argument("client")), name(query.argument("subject")),
				query.argument("detector"), query.argument("rule"), query.argument("parameter"),
				query.argument("after"), limit(query.argument("limit")));
	}

	/**
	 * Who asks for somebody need not know the pseudonym.
	 */
	private @Nullable String name(@Nullable String asked) {
		return (asked != null) ? this.names.lookup(asked) : null;
	}

	private static @Nullable Instant time(SectionQuery query, String name) {
		String text = query.argument(name);
		try {
			return (text != null) ? Instant.parse(text) : null;
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException(name + " is a time such as 2030-01-31T12:00:00Z", ex);
		}
	}

	private static int limit(@Nullable String text) {
		if (text == null) {
			return DEFAULT_LIMIT;
		}
		try {
			int limit = Integer.parseInt(text);
			if (limit >= 1 && limit <= LARGEST_LIMIT) {
				return limit;
			}
		}
		catch (NumberFormatException ex) {
			// Told below, as one that is out of range.
		}
		throw new IllegalArgumentException("limit is a number from 1 to " + LARGEST_LIMIT);
	}

	private static EventDimension dimension(String by) {
		try {
			return EventDimension.valueOf(by.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			List<String> known = Arrays.stream(EventDimension.values())
				.map((dimension) -> dimension.name().toLowerCase(Locale.ROOT))
				.toList();
			throw new IllegalArgumentException("by is one of " + known.stream().collect(Collectors.joining(", ")), ex);
		}
	}

}
