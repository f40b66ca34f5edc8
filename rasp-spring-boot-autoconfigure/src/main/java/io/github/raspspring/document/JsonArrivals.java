package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.async.ByteArrayFeeder;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON that arrives bit by bit: one document or many, with or without record
 * separators (RFC 7464). What turns out to be no JSON is read as text from there on.
 */
public final class JsonArrivals implements ArrivalReader {

	private static final JsonFactory FACTORY = new JsonFactory();

	private static final byte RECORD_SEPARATOR = 0x1E;

	private static final byte[] NOTHING = {};

	/** Values of one document; what holds more is judged as the text it is. */
	private static final int MOST_VALUES = 20_000;

	private final JsonParser parser = FACTORY.createNonBlockingByteArrayParser(ObjectReadContext.empty());

	private final ByteArrayFeeder feeder = (ByteArrayFeeder) this.parser.nonBlockingInputFeeder();

	private final TextArrivals text = new TextArrivals(StandardCharsets.UTF_8);

	private boolean broken;

	private long fed;

	private long complete;

	/** What arrived behind the last complete token, as much of it as is read again. */
	private byte[] rest = NOTHING;

	/**
	 * Read a whole document strictly.
	 * @param bytes the document, in UTF-8
	 * @return its names and texts, or {@code null} if it is no JSON
	 */
	static @Nullable List<InputValue> document(byte[] bytes) {
		JsonArrivals arrivals = new JsonArrivals();
		List<InputValue> values = new ArrayList<>();
		try {
			arrivals.feed(bytes, values);
			arrivals.feeder.endOfInput();
			boolean closed = values.size() < MOST_VALUES && arrivals.next(values) == null
					&& arrivals.parser.streamReadContext().inRoot();
			return closed ? values : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	@Override
	public List<InputValue> read(byte[] bytes) {
		if (this.broken) {
			return this.text.read(bytes);
		}
		List<InputValue> values = new ArrayList<>();
		try {
			feed(bytes, values);
			keepRest(bytes);
			addBegun(values);
		}
		catch (JacksonException ex) {
			this.broken = true;
			keepRest(bytes);
			values.addAll(this.text.read(this.rest));
		}
		return values;
	}

	private void feed(byte[] bytes, List<InputValue> values) {
		byte[] fed = bytes.clone();
		for (int i = 0; i < fed.length; i++) {
			fed[i] = (fed[i] == RECORD_SEPARATOR) ? (byte) ' ' : fed[i];
		}
		this.fed += fed.length;
		this.feeder.feedInput(fed, 0, fed.length);
		next(values);
	}

	private @Nullable JsonToken next(List<InputValue> values) {
		JsonToken token = this.parser.nextToken();
		while (token != null && token != JsonToken.NOT_AVAILABLE && values.size() < MOST_VALUES) {
			if (token == JsonToken.PROPERTY_NAME) {
				values.add(InputValue.ofName(InputLocation.JSON, this.parser.currentName()));
			}
			else if (token == JsonToken.VALUE_STRING) {
				values.add(new InputValue(InputLocation.JSON, pointer(), this.parser.getString()));
			}
			this.complete = this.parser.currentLocation().getByteOffset();
			token = this.parser.nextToken();
		}
		return token;
	}

	private String pointer() {
		String name = this.parser.currentName();
		return (name != null) ? "/" + name : "/-";
	}

	private void keepRest(byte[] bytes) {
		byte[] all = Arrays.copyOf(this.rest, this.rest.length + bytes.length);
		System.arraycopy(bytes, 0, all, this.rest.length, bytes.length);
		long open = Math.max(0, this.fed - this.complete);
		int length = (int) Math.min(Math.min(open, all.length), TextArrivals.OVERLAP + bytes.length);
		this.rest = Arrays.copyOfRange(all, all.length - length, all.length);
	}

	/**
	 * A text that has begun is read as far as it goes: whoever reads bytes gets it.
	 */
	private void addBegun(List<InputValue> values) {
		int start = 0;
		while (start < this.rest.length && isBetweenTokens(this.rest[start])) {
			start++;
		}
		int length = this.rest.length - start;
		if (length > 1) {
			values.add(new InputValue(InputLocation.JSON, pointer(),
					new String(this.rest, start, length, StandardCharsets.UTF_8)));
		}
	}

	private static boolean isBetweenTokens(byte b) {
		return b >= 0 && b <= ' ' || b == ':' || b == ',' || b == '"' || b == RECORD_SEPARATOR;
	}

}
