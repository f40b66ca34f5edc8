package io.github.raspspring.ownership.statement;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * Looks at single expressions.
 */
final class Expressions {

	private static final Set<String> FOLDING = Set.of("lower", "upper", "lcase", "ucase", "trim", "ltrim", "rtrim",
			"btrim");

	/** Functions that read a setting, or write one value in another form. */
	private static final Set<String> KNOWING = Set.of("current_setting", "session_context", "sys_context",
			"uuid_to_bin", "bin_to_uuid", "to_uuid", "hex", "unhex", "hextoraw", "rawtohex", "to_char", "to_number",
			"convert", "encode", "decode", "to_base64", "from_base64", "coalesce", "ifnull", "nvl", "isnull", "nullif",
			"varchar", "char", "bigint", "int", "text");

	private static final Set<String> CONSTANTS = Set.of("true", "false");

	private Expressions() {
	}

	/**
	 * Take off parentheses, casts, and functions that change nothing but case and blanks.
	 */
	static Expression bare(Expression expression) {
		Expression inner = expression;
		for (int i = 0; i < StatementReader.MAX_NESTING; i++) {
			Expression next = unwrapped(inner);
			if (next == null) {
				return inner;
			}
			inner = next;
		}
		return inner;
	}

	private static @Nullable Expression unwrapped(Expression expression) {
		if (expression instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
			return list.get(0);
		}
		if (expression instanceof CastExpression cast) {
			return cast.getLeftExpression();
		}
		if (expression instanceof TrimFunction trim && trim.getFromExpression() == null) {
			return trim.getExpression();
		}
		if (expression instanceof Function function && isFolding(function)) {
			return (Expression) function.getParameters().get(0);
		}
		return null;
	}

	/**
	 * Return whether case or blanks are lost on the way to the bare expression.
	 */
	static boolean folds(Expression expression) {
		Expression inner = expression;
		for (int i = 0; i < StatementReader.MAX_NESTING; i++) {
			if (inner instanceof TrimFunction || (inner instanceof Function function && isFolding(function))) {
				return true;
			}
			Expression next = unwrapped(inner);
			if (next == null) {
				return false;
			}
			inner = next;
		}
		return true;
	}

	private static boolean isFolding(Function function) {
		return function.getName() != null && FOLDING.contains(function.getName().toLowerCase(Locale.ROOT))
				&& function.getParameters() != null && function.getParameters().size() == 1;
	}

	static @Nullable Column column(Expression expression) {
		return (bare(expression) instanceof Column column && !isConstant(column)) ? column : null;
	}

	private static boolean isConstant(Column column) {
		return column.getTable() == null && CONSTANTS.contains(GuardedTable.plain(column.getColumnName()));
	}

	/**
	 * Return the value that an expression is, if it is one.
	 */
	static @Nullable Operand operand(Expression expression) {
		Expression bare = bare(expression);
		if (bare instanceof JdbcParameter parameter) {
			return new Operand(parameter.getIndex(), null);
		}
		if (bare instanceof StringValue text) {
			return new Operand(0, text.getNotExcapedValue());
		}
		if (bare instanceof LongValue number) {
			return new Operand(0, number.getStringValue());
		}
		if (bare instanceof DoubleValue number) {
			return new Operand(0, BigDecimal.valueOf(number.getValue()).toPlainString());
		}
		if (bare instanceof SignedExpression signed && signed.getExpression() instanceof LongValue number) {
			return new Operand(0, signed.getSign() + number.getStringValue());
		}
		return (bare instanceof NullValue) ? new Operand(0, null) : null;
	}

	/**
	 * Return what a column that equals an expression is known to be.
	 */
	static Restriction restriction(Expression column, Expression value) {
		Operand operand = operand(value);
		if (operand != null) {
			return new Restriction.Equal(operand, folds(column) || folds(value));
		}
		return (!(bare(value) instanceof Column) && Names.isFreeOfColumns(value)) ? calculated(value)
				: Restriction.NOTHING;
	}

	/**
	 * Return what is known of a value that the database calculates: one of the session,
	 * or another form of an operand, only the database knows. What is made of operands in
	 * other ways can be anything that whoever brings them wants.
	 */
	static Restriction calculated(Expression value) {
		Expression bare = bare(value);
		if (Operands.isOneOfParameter(bare)) {
			return Restriction.SOMETHING;
		}
		if (bare instanceof Function function && function.getName() != null
				&& KNOWING.contains(function.getName().toLowerCase(Locale.ROOT)) && isOfOneOperand(function)) {
			return Restriction.SOMETHING;
		}
		return Operands.within(bare) ? Restriction.NOTHING : Restriction.SOMETHING;
	}

	/**
	 * What stands behind the first is the name of a format, or what counts if there is
	 * none.
	 */
	private static boolean isOfOneOperand(Function function) {
		ExpressionList<?> parameters = function.getParameters();
		for (int i = 1; parameters != null && i < parameters.size(); i++) {
			Operand operand = operand(parameters.get(i));
			if (operand == null || operand.parameter() > 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return whether an expression is never true.
	 */
	static boolean isNever(@Nullable Expression expression) {
		return expression instanceof BooleanValue value && !value.getValue() || expression instanceof Column column
				&& isConstant(column) && "false".equals(GuardedTable.plain(column.getColumnName()));
	}

}
