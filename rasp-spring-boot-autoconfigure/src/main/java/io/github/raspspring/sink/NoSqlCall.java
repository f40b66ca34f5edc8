package io.github.raspspring.sink;

/**
 * A filter, pipeline or update about to be handed to a document database.
 *
 * @param operation what is called, such as {@code MongoCollection.find}
 * @param argument the filter as JSON, with the operators of the database
 */
public record NoSqlCall(String operation, String argument) implements SinkCall {

	@Override
	public SinkKind kind() {
		return SinkKind.NOSQL;
	}

}
