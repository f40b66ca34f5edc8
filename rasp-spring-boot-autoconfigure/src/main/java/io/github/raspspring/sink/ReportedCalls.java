package io.github.raspspring.sink;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Inspection;

/**
 * Remembers what was reported for an exchange, so that the same call in a loop, or seen
 * by two carriers on its way, is one finding. Touched only when something was seen.
 */
final class ReportedCalls {

	private static final int MAX_PER_EXCHANGE = 32;

	private static final int MAX_EXCHANGES = 4096;

	private final Cache<Inspection, Map<Key, Decision>> reported = Caffeine.newBuilder()
		.weakKeys()
		.maximumSize(MAX_EXCHANGES)
		.build();

	Decision once(Inspection inspection, SinkCall call, SinkVerdict verdict, Supplier<Decision> report) {
		Map<Key, Decision> ofExchange = this.reported.get(inspection, (absent) -> new ConcurrentHashMap<>());
		boolean full = ofExchange.size() >= MAX_PER_EXCHANGE;
		Key key = new Key(call.kind(), verdict.rule().id(), full ? "" : call.argument());
		Decision known = ofExchange.get(key);
		if (known == null) {
			// Not inside the map's own lock: whoever is told of it may call a sink again.
			known = report.get();
			ofExchange.put(key, known);
		}
		return known;
	}

	private record Key(SinkKind kind, String rule, String argument) {

	}

}
