package io.github.raspspring.ownership.access;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.raspspring.ownership.OwnershipRule;
import io.github.raspspring.ownership.statement.OwnerColumn.Place;
import org.jspecify.annotations.Nullable;

/**
 * Labels and types of the columns of a result. Names of tables are not asked for, as some
 * drivers have to ask the database for them.
 */
record ResultColumns(List<String> labels, List<Type> types) {

	static ResultColumns of(ResultSetMetaData metaData) throws SQLException {
		List<String> labels = new ArrayList<>();
		List<Type> types = new ArrayList<>();
		for (int i = 1; i <= metaData.getColumnCount(); i++) {
			labels.add(metaData.getColumnLabel(i).toLowerCase(Locale.ROOT));
			types.add(Type.of(metaData.getColumnType(i)));
		}
		return new ResultColumns(labels, types);
	}

	/**
	 * Return the numbers of the columns that a place stands for, none if that is not
	 * certain.
	 */
	List<Integer> find(Place place) {
		if (place.position() > 0 && place.position() <= this.labels.size()
				&& (place.label().isEmpty() || this.labels.get(place.position() - 1).equals(place.label()))) {
			return List.of(place.position());
		}
		List<Integer> found = new ArrayList<>();
		for (int i = 0; i < this.labels.size(); i++) {
			if (!place.label().isEmpty() && this.labels.get(i).equals(place.label())) {
				found.add(i + 1);
			}
		}
		return (found.size() <= place.times()) ? found : List.of();
	}

	Type type(int column) {
		return this.types.get(column - 1);
	}

	/**
	 * How values are compared.
	 */
	enum Type {

		/** Texts, and all that has one. */
		EXACT,

		/** Texts that the database fills up with blanks. */
		PADDED,

		/** Numbers. */
		NUMBER;

		static Type of(int type) {
			return switch (type) {
				case Types.CHAR, Types.NCHAR -> PADDED;
				case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.DECIMAL, Types.NUMERIC,
						Types.REAL, Types.FLOAT, Types.DOUBLE ->
					NUMBER;
				default -> EXACT;
			};
		}

		boolean owns(@Nullable Object owner, String value) {
			if (owner instanceof String expected && expected.equals(value)) {
				return true;
			}
			return switch (this) {
				case EXACT -> OwnershipRule.owns(owner, value, false);
				case PADDED -> OwnershipRule.owns(owner, value.stripTrailing(), false);
				case NUMBER -> OwnershipRule.ownsNumber(owner, value);
			};
		}

	}

}
