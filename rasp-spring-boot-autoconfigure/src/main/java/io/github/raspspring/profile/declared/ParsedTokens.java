package io.github.raspspring.profile.declared;

import io.github.raspspring.engine.pipeline.JsonTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What the application's own parser finds in a body.
 */
final class ParsedTokens implements JsonTokens {

	private final JsonParser parser;

	ParsedTokens(JsonParser parser) {
		this.parser = parser;
	}

	@Override
	public @Nullable Token next() {
		JsonToken token = this.parser.nextToken();
		return (token != null) ? of(token) : null;
	}

	@Override
	public String text() {
		return this.parser.getString();
	}

	private static Token of(JsonToken token) {
		return switch (token) {
			case START_OBJECT -> Token.START_OBJECT;
			case END_OBJECT -> Token.END_OBJECT;
			case START_ARRAY -> Token.START_ARRAY;
			case END_ARRAY -> Token.END_ARRAY;
			case PROPERTY_NAME -> Token.NAME;
			case VALUE_NUMBER_INT -> Token.INTEGER;
			case VALUE_NUMBER_FLOAT -> Token.FRACTION;
			case VALUE_TRUE -> Token.TRUE;
			case VALUE_FALSE -> Token.FALSE;
			case VALUE_NULL -> Token.NULL;
			default -> Token.TEXT;
		};
	}

}
