package io.github.raspspring.ownership.statement;

import java.util.ArrayList;
import java.util.List;

import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.create.table.CreateTable;
import net.sf.jsqlparser.statement.create.view.CreateView;
import net.sf.jsqlparser.statement.delete.ParenthesedDelete;
import net.sf.jsqlparser.statement.insert.ParenthesedInsert;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.update.ParenthesedUpdate;
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

	/**
	 * Return the query whose rows a statement keeps elsewhere.
	 */
	static @Nullable Select stored(Statement statement) {
		if (statement instanceof CreateTable table) {
			return table.getSelect();
		}
		return (statement instanceof CreateView view) ? view.getSelect() : null;
	}

	/**
	 * Return whether a query keeps its rows in a table, and shows none.
	 */
	static boolean isStored(Select select) {
		return select instanceof PlainSelect plain && plain.getIntoTables() != null && !plain.getIntoTables().isEmpty();
	}

	/**
	 * Return a statement that {@code WITH} has put in parentheses.
	 */
	static Statement withoutParentheses(Statement statement) {
		if (statement instanceof ParenthesedInsert inner) {
			return inner.getInsert();
		}
		if (statement instanceof ParenthesedUpdate inner) {
			return inner.getUpdate();
		}
		return (statement instanceof ParenthesedDelete inner) ? inner.getDelete() : statement;
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
