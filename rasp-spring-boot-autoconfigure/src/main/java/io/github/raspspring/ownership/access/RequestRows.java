package io.github.raspspring.ownership.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.raspspring.engine.Decision;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a request has read so far, and what was decided on it. A request that has
 * read its own row may change it by its identifier. Thread-safe.
 */
final class RequestRows {

	private static final int MAX_ROWS = 512;

	private static final int MAX_RESULTS = 256;

	private static final int MAX_DECISIONS = 64;

	private final AtomicInteger left = new AtomicInteger(MAX_ROWS);

	private final List<ReadIds> own = new CopyOnWriteArrayList<>();

	private final Set<Row> foreign = ConcurrentHashMap.newKeySet();

	private final Map<String, Decision> decisions = new ConcurrentHashMap<>();

	/**
	 * One row.
	 */
	private record Row(int rule, String table, String id) {

	}

	/**
	 * Return what takes the identifiers of own rows of a table that a result brings.
	 */
	ReadIds own(int rule, String table) {
		ReadIds ids = new ReadIds(rule, table, this.left);
		if (this.left.get() > 0 && this.own.size() < MAX_RESULTS) {
			this.own.add(ids);
		}
		return ids;
	}

	void foreign(int rule, String table, String id) {
		if (this.foreign.size() < MAX_ROWS) {
			this.foreign.add(new Row(rule, table, id));
		}
	}

	boolean allOwn(int rule, String table, List<Object> ids) {
		return ids.stream().allMatch((id) -> isOwn(rule, table, id.toString()));
	}

	private boolean isOwn(int rule, String table, String id) {
		for (ReadIds known : this.own) {
			if (known.isOf(rule, table) && known.contains(id)) {
				return true;
			}
		}
		return false;
	}

	boolean anyForeign(int rule, String table, List<Object> ids) {
		return ids.stream().anyMatch((id) -> this.foreign.contains(new Row(rule, table, id.toString())));
	}

	@Nullable Decision decided(String key) {
		return this.decisions.get(key);
	}

	void decided(String key, Decision decision) {
		if (this.decisions.size() < MAX_DECISIONS) {
			this.decisions.put(key, decision);
		}
	}

}
