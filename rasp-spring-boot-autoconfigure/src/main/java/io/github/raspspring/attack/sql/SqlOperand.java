package io.github.raspspring.attack.sql;

/**
 * What a side of a comparison is, from plain to telling.
 */
enum SqlOperand {

	NONE, NAME, LITERAL, CALL, SQL_CALL, QUERY

}
