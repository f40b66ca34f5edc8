package io.github.raspspring.ownership.statement;

import org.jspecify.annotations.Nullable;

/**
 * What a column is compared with: a parameter or a literal.
 *
 * @param parameter number of the parameter, from 1 on, or 0 for a literal
 * @param literal the text of the literal, or {@code null} for {@code NULL}
 */
public record Operand(int parameter, @Nullable String literal) {

}
