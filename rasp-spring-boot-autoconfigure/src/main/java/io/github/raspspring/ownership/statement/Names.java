package io.github.raspspring.ownership.statement;

import java.util.ArrayList;
import java.util.List;

import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/**
 * Reads names, and finds what stands within expressions.
 */
final class Names {

	private Names() {
	}

	static String alias(@Nullable Alias alias, String otherwise) {
		return (alias != null && alias.getName() != null) ? GuardedTable.plain(alias.getName().strip()) : otherwise;
	}

	static String table(Table table) {
		return GuardedTable.plain(table.getName());
	}

	static @Nullable String schema(Table table) {
		return (table.getSchemaName() != null) ? GuardedTable.plain(table.getSchemaName()) : null;
	}

	static String column(Column column) {
		return GuardedTable.plain(column.getColumnName());
	}

	/**
	 * Return what a column is qualified by, without its schema.
	 */
	static String qualifier(Column column) {
		Table table = column.getTable();
		return (table != null && table.getName() != null) ? table(table) : "";
	}

	/**
	 * Find the queries within an expression, but not those within them.
	 */
	static List<Select> queries(@Nullable Expression expression) {
		List<Select> queries = new ArrayList<>();
		if (expression != null) {
			expression.accept(new ExpressionVisitorAdapter<Void>() {

				@Override
				public <S> @Nullable Void visit(ParenthesedSelect select, S context) {
					queries.add(select);
					return null;
				}

				@Override
				public <S> @Nullable Void visit(Select select, S context) {
					queries.add(select);
					return null;
				}

			}, null);
		}
		return queries;
	}

	static boolean isFreeOfColumns(Expression expression) {
		boolean[] free = { true };
		expression.accept(new ExpressionVisitorAdapter<Void>() {

			@Override
			public <S> @Nullable Void visit(Column column, S context) {
				free[0] = false;
				return null;
			}

			@Override
			public <S> @Nullable Void visit(ParenthesedSelect select, S context) {
				free[0] = false;
				return null;
			}

			@Override
			public <S> @Nullable Void visit(Select select, S context) {
				free[0] = false;
				return null;
			}

		}, null);
		return free[0];
	}

}
