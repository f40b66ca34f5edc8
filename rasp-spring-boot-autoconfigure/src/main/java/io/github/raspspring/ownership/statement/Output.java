package io.github.raspspring.ownership.statement;

import org.jspecify.annotations.Nullable;

/**
 * One item of a select list.
 *
 * @param name its name in lower case, empty if it has none
 * @param node the column it shows, or {@code null} for anything else
 * @param restriction what its value is if it shows a parameter or literal, or
 * {@code null}
 * @param star whether it shows all columns
 * @param source the source whose columns it shows, or {@code null} for all of the block
 */
record Output(String name, @Nullable Node node, @Nullable Restriction restriction, boolean star,
		@Nullable Source source) {

}
