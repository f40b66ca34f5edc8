package io.github.raspspring.ownership.statement;

/**
 * A column of a source.
 *
 * @param source where it is from
 * @param column its name in lower case
 */
record Node(Source source, String column) {

}
