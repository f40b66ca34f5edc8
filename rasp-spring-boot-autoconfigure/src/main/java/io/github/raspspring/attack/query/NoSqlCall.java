package io.github.raspspring.attack.query;

import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;

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
