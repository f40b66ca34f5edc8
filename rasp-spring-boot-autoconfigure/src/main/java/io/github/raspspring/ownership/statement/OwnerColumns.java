package io.github.raspspring.ownership.statement;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.ownership.statement.OwnerColumn.Place;

/**
 * Finds where the owners of rows stand in the result of a query.
 */
final class OwnerColumns {

	private final Set<OwnerColumn> columns = new LinkedHashSet<>();

	private final Map<Source, Boolean> proven = new IdentityHashMap<>();

	OwnerColumns(List<Block> blocks) {
		blocks.forEach(this::add);
	}

	/**
	 * A column of a guarded table that is shown.
	 */
	private record Shown(Source source, boolean owner, int position, String label) {

	}

	List<OwnerColumn> columns() {
		return List.copyOf(this.columns);
	}

	boolean proves(Source source) {
		return this.proven.containsKey(source);
	}

	/**
	 * Return the columns of rows that a change returns, or that nothing is known of but
	 * that their labels may be those of a guarded table.
	 */
	static OwnerColumn byLabel(GuardedTable table) {
		return new OwnerColumn(table, new Place(0, table.owner(), 1), new Place(0, table.id(), 1));
	}

	private void add(Block block) {
		List<Shown> shown = new ArrayList<>();
		boolean counted = true;
		for (int i = 0; i < block.outputs().size(); i++) {
			Output output = block.outputs().get(i);
			counted &= !output.star();
			show(block, output, counted ? i + 1 : 0, shown, 0);
		}
		for (Shown owner : shown) {
			if (owner.owner()) {
				GuardedTable table = owner.source().table();
				if (table != null) {
					this.columns.add(new OwnerColumn(table, place(owner, shown), idOf(owner.source(), shown)));
					this.proven.put(owner.source(), true);
				}
			}
		}
	}

	private static Place idOf(Source source, List<Shown> shown) {
		return shown.stream()
			.filter((candidate) -> !candidate.owner() && candidate.source() == source)
			.findFirst()
			.map((id) -> place(id, shown))
			.orElse(Place.ABSENT);
	}

	private static Place place(Shown column, List<Shown> shown) {
		int times = (int) shown.stream()
			.filter((other) -> other.owner() == column.owner() && other.label().equals(column.label()))
			.count();
		return new Place(column.position(), column.label(), times);
	}

	private static void show(Block block, Output output, int position, List<Shown> shown, int depth) {
		if (depth > StatementReader.MAX_NESTING) {
			return;
		}
		if (output.star()) {
			block.stars(output).forEach((source) -> showAll(source, shown, depth));
		}
		else if (output.node() != null) {
			trace(output.node(), position, output.name(), shown, depth);
		}
	}

	private static void showAll(Source source, List<Shown> shown, int depth) {
		GuardedTable table = source.table();
		if (table != null) {
			shown.add(new Shown(source, true, 0, table.owner()));
			shown.add(new Shown(source, false, 0, table.id()));
			return;
		}
		for (Block part : source.parts()) {
			for (int i = 0; i < part.outputs().size(); i++) {
				Output output = part.outputs().get(i);
				String name = (i < source.names().size()) ? source.names().get(i) : output.name();
				show(part, new Output(name, output.node(), null, output.star(), output.source()), 0, shown, depth + 1);
			}
		}
	}

	private static void trace(Node node, int position, String label, List<Shown> shown, int depth) {
		GuardedTable table = node.source().table();
		if (table != null) {
			if (node.column().equals(table.owner()) || node.column().equals(table.id())) {
				shown.add(new Shown(node.source(), node.column().equals(table.owner()), position, label));
			}
			return;
		}
		for (Block part : node.source().parts()) {
			Node inner = part.shown(node.source(), node.column());
			if (inner != null && depth < StatementReader.MAX_NESTING) {
				trace(inner, position, label, shown, depth + 1);
			}
		}
	}

}
