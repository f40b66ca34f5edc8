package io.github.raspspring.ownership.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;

/**
 * What the conditions of a statement say of one column. Immutable.
 */
public sealed interface Restriction {

	/** Nothing restricts the column. */
	Restriction NOTHING = new Fixed(Reach.OPEN);

	/** The column equals something that only the database knows. */
	Restriction SOMETHING = new Fixed(Reach.UNKNOWN);

	/** No row is reached. */
	Restriction NO_ROW = new Fixed(Reach.OWN);

	/**
	 * Tell whose rows are reached with given values.
	 * @param arguments the values
	 * @param own tells whether a value, compared without case if so told, names the
	 * subject
	 * @return whose rows are reached
	 */
	Reach reach(Arguments arguments, BiPredicate<Object, Boolean> own);

	/**
	 * Return the values that the column can have.
	 * @param arguments the values of the execution
	 * @return the values, or {@code null} if they are not known
	 */
	@Nullable List<Object> values(Arguments arguments);

	/**
	 * All of some restrictions hold.
	 */
	static Restriction all(List<Restriction> parts) {
		return switch (parts.size()) {
			case 0 -> NOTHING;
			case 1 -> parts.get(0);
			default -> new All(List.copyOf(parts));
		};
	}

	/**
	 * One of some restrictions holds, nobody knows which.
	 */
	static Restriction either(List<Restriction> parts) {
		return (parts.size() == 1) ? parts.get(0) : new Either(List.copyOf(parts));
	}

	/**
	 * The same for all values.
	 */
	record Fixed(Reach reach) implements Restriction {

		@Override
		public Reach reach(Arguments arguments, BiPredicate<Object, Boolean> own) {
			return this.reach;
		}

		@Override
		public @Nullable List<Object> values(Arguments arguments) {
			return (this == NO_ROW) ? List.of() : null;
		}

	}

	/**
	 * The column equals a value.
	 *
	 * @param operand the value
	 * @param folded whether case and blanks around it don't count
	 */
	record Equal(Operand operand, boolean folded) implements Restriction {

		@Override
		public Reach reach(Arguments arguments, BiPredicate<Object, Boolean> own) {
			Object value = arguments.valueOf(this.operand);
			if (value == null) {
				return Reach.OWN;
			}
			if (value == Arguments.UNKNOWN) {
				return Reach.UNKNOWN;
			}
			return own.test(value, this.folded) ? Reach.OWN : Reach.FOREIGN;
		}

		@Override
		public @Nullable List<Object> values(Arguments arguments) {
			Object value = arguments.valueOf(this.operand);
			if (value == null) {
				return List.of();
			}
			return (value == Arguments.UNKNOWN || this.folded) ? null : List.of(value);
		}

	}

	/**
	 * No row is reached unless a parameter is {@code NULL}.
	 */
	record OpenIfNull(Operand operand) implements Restriction {

		@Override
		public Reach reach(Arguments arguments, BiPredicate<Object, Boolean> own) {
			return (arguments.valueOf(this.operand) == null) ? Reach.OPEN : Reach.OWN;
		}

		@Override
		public @Nullable List<Object> values(Arguments arguments) {
			return (arguments.valueOf(this.operand) == null) ? null : List.of();
		}

	}

	/**
	 * Several hold at once: the best of them counts.
	 */
	record All(List<Restriction> parts) implements Restriction {

		@Override
		public Reach reach(Arguments arguments, BiPredicate<Object, Boolean> own) {
			Reach best = Reach.OPEN;
			for (Restriction part : this.parts) {
				Reach reach = part.reach(arguments, own);
				best = (reach.compareTo(best) < 0) ? reach : best;
			}
			return best;
		}

		@Override
		public @Nullable List<Object> values(Arguments arguments) {
			for (Restriction part : this.parts) {
				List<Object> values = part.values(arguments);
				if (values != null) {
					return values;
				}
			}
			return null;
		}

	}

	/**
	 * One holds, nobody knows which: the worst of them counts. What is known to be
	 * foreign is worse than what only the database knows.
	 */
	record Either(List<Restriction> parts) implements Restriction {

		@Override
		public Reach reach(Arguments arguments, BiPredicate<Object, Boolean> own) {
			Reach worst = Reach.OWN;
			for (Restriction part : this.parts) {
				Reach reach = part.reach(arguments, own);
				if (reach == Reach.OPEN) {
					return reach;
				}
				worst = (worst == Reach.FOREIGN || reach == Reach.OWN) ? worst : reach;
			}
			return worst;
		}

		@Override
		public @Nullable List<Object> values(Arguments arguments) {
			List<Object> all = new ArrayList<>();
			for (Restriction part : this.parts) {
				List<Object> values = part.values(arguments);
				if (values == null) {
					return null;
				}
				all.addAll(values);
			}
			return all;
		}

	}

}
