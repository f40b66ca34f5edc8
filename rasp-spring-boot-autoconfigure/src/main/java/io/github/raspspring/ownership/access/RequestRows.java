package io.github.raspspring.ownership.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.raspspring.engine.Decision;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a request has read so far, and what was decided on it. A request that has
 * read its own row may change it by its identifier. Thread-safe.
 */
final class RequestRows {

	private static final int MAX_ROWS = 512;

	private static final int MAX_DECISIONS = 64;

	private final Set<Row> own = ConcurrentHashMap.newKeySet();

	private final Set<Row> foreign = ConcurrentHashMap.newKeySet();

	private final Map<String, Decision> decisions = new ConcurrentHashMap<>();

	/**
	 * One row.
	 */
	private record Row(int rule, String table, String id) {

	}

	boolean isFull() {
		return this.own.size() >= MAX_ROWS;
	}

	void own(int rule, String table, String id) {
		add(this.own, new Row(rule, table, id));
	}

	void foreign(int rule, String table, String id) {
		add(this.foreign, new Row(rule, table, id));
	}

	private static void add(Set<Row> rows, Row row) {
		if (rows.size() < MAX_ROWS) {
			rows.add(row);
		}
	}

	boolean allOwn(int rule, String table, List<Object> ids) {
		return ids.stream().allMatch((id) -> this.own.contains(new Row(rule, table, id.toString())));
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
