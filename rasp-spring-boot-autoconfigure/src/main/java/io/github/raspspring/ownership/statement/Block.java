package io.github.raspspring.ownership.statement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A query block: what it reads from, what its conditions say, what it shows.
 */
final class Block {

	/** The block whose columns it may use, or {@code null}. */
	private final @Nullable Block around;

	/** The source that it is a part of in the block that reads from it. */
	private final @Nullable Source derived;

	private final @Nullable Block reader;

	private final List<Source> sources = new ArrayList<>();

	private final List<Fact> facts = new ArrayList<>();

	private final List<Output> outputs = new ArrayList<>();

	Block(@Nullable Block around, @Nullable Source derived, @Nullable Block reader) {
		this.around = around;
		this.derived = derived;
		this.reader = reader;
	}

	List<Source> sources() {
		return this.sources;
	}

	List<Fact> facts() {
		return this.facts;
	}

	List<Output> outputs() {
		return this.outputs;
	}

	/**
	 * Find the column that a name stands for. A name without an alias is that of the one
	 * source that is known to have it, as the database would refuse it otherwise.
	 */
	@Nullable Node resolve(String alias, String column) {
		for (Block block = this; block != null; block = block.around) {
			Node found = block.own(alias, column);
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	private @Nullable Node own(String alias, String column) {
		if (!alias.isEmpty()) {
			return this.sources.stream()
				.filter((source) -> source.alias().equals(alias))
				.findFirst()
				.map((source) -> new Node(source, column))
				.orElse(null);
		}
		if (this.sources.size() == 1) {
			return new Node(this.sources.get(0), column);
		}
		return this.sources.stream()
			.filter((source) -> source.has(column))
			.findFirst()
			.map((source) -> new Node(source, column))
			.orElse(null);
	}

	boolean exposes(String column) {
		return this.outputs.stream()
			.anyMatch((output) -> output.name().equals(column)
					|| (output.star() && stars(output).stream().anyMatch((source) -> source.has(column))));
	}

	List<Source> stars(Output output) {
		return (output.source() != null) ? List.of(output.source()) : this.sources;
	}

	/**
	 * Find what is shown under a name.
	 */
	@Nullable Node shown(Source derivedAs, String column) {
		int position = derivedAs.names().indexOf(column);
		for (int i = 0; i < this.outputs.size(); i++) {
			Output output = this.outputs.get(i);
			if (output.star()) {
				List<Source> shown = stars(output);
				for (Source source : shown) {
					if (position < 0 && (shown.size() == 1 || source.has(column))) {
						return new Node(source, column);
					}
				}
			}
			else if ((position >= 0) ? i == position : output.name().equals(column)) {
				return output.node();
			}
		}
		return null;
	}

	/**
	 * Return what holds for a column, wherever it is said.
	 */
	Restriction restriction(Node start) {
		List<Restriction> found = new ArrayList<>();
		collect(start, found, 0);
		return Restriction.all(found);
	}

	private void collect(Node start, List<Restriction> found, int depth) {
		if (depth > StatementReader.MAX_NESTING) {
			return;
		}
		Set<Node> known = closure(start, found);
		Block outer = this.reader;
		Source as = this.derived;
		if (outer != null && as != null) {
			for (int i = 0; i < this.outputs.size(); i++) {
				Output output = this.outputs.get(i);
				for (Node node : known) {
					String name = (i < as.names().size()) ? as.names().get(i) : output.name();
					if (node.equals(output.node()) && !name.isEmpty()) {
						outer.collect(new Node(as, name), found, depth + 1);
					}
					else if (output.star() && as.names().isEmpty() && stars(output).contains(node.source())) {
						outer.collect(new Node(as, node.column()), found, depth + 1);
					}
				}
			}
		}
	}

	private Set<Node> closure(Node start, List<Restriction> found) {
		Set<Node> known = new LinkedHashSet<>();
		List<Node> open = new ArrayList<>(List.of(start));
		Source own = this.sources.contains(start.source()) ? start.source() : null;
		for (int i = 0; i < open.size(); i++) {
			Node node = open.get(i);
			if (known.add(node)) {
				for (Block block = this; block != null; block = block.around) {
					follow(block.facts, node, (block == this) ? own : null, open, found, i == 0);
				}
			}
		}
		return known;
	}

	static void follow(List<Fact> facts, Node node, @Nullable Source own, List<Node> open, List<Restriction> found,
			boolean first) {
		for (Fact fact : facts) {
			if (!fact.holdsFor(own)) {
				continue;
			}
			boolean matches = (fact.one() == null) ? first : node.equals(fact.one());
			if (fact.restriction() != null && matches) {
				found.add(fact.restriction());
			}
			else if (fact.other() != null && fact.one() != null) {
				if (matches) {
					open.add(fact.other());
				}
				else if (node.equals(fact.other())) {
					open.add(fact.one());
				}
			}
		}
	}

}
