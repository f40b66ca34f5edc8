package io.github.raspspring.attack.http;

/**
 * How much one GraphQL request may ask for.
 *
 * @param depth levels of nested selections, fragments counted in
 * @param aliases aliases in a document
 * @param repetitions occurrences of one field in a document
 * @param directives directives in a document
 * @param batch operations in one request
 * @param introspection what is done about documents that ask for the schema
 */
public record GraphQlLimits(int depth, int aliases, int repetitions, int directives, int batch,
		GraphQlIntrospection introspection) {

	/**
	 * Return the limits that are in force unless configured otherwise.
	 * @return limits that leave room for large honest queries
	 */
	public static GraphQlLimits defaults() {
		return new GraphQlLimits(12, 30, 100, 20, 10, GraphQlIntrospection.WATCH);
	}

}
