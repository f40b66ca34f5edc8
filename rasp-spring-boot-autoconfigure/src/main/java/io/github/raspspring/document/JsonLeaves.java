package io.github.raspspring.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputName;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.JsonTape;
import io.github.raspspring.engine.pipeline.OmittedValues;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads the leaves and keys of a JSON body, duplicates included. Accepts more than the
 * application's own mapper does, so that no dialect of JSON hides a value.
 */
public final class JsonLeaves {

	private static final StreamReadConstraints UNLIMITED = StreamReadConstraints.builder()
		.maxNestingDepth(Integer.MAX_VALUE)
		.maxStringLength(Integer.MAX_VALUE)
		.maxNameLength(Integer.MAX_VALUE)
		.maxNumberLength(Integer.MAX_VALUE)
		.build();

	private final JsonFactory factory;

	private final KnownNames names = new KnownNames();

	private final KnownTexts texts = new KnownTexts();

	private final KnownBodies bodies = new KnownBodies();

	private final TapedValues taped = new TapedValues(this.names);

	public JsonLeaves() {
		this(JsonFactory.builder()
			.enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_YAML_COMMENTS,
					JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
					JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
					JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
					JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
					JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS,
					JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS,
					JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS, JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
					JsonReadFeature.ALLOW_MISSING_VALUES, JsonReadFeature.ALLOW_TRAILING_COMMA));
	}

	private JsonLeaves(JsonFactoryBuilder builder) {
		this.factory = builder.streamReadConstraints(UNLIMITED).build();
	}

	/**
	 * Create a reader that accepts what RFC 8259 does and nothing else: what it reads has
	 * no place to hide a text in.
	 */
	public static JsonLeaves strict() {
		return new JsonLeaves(JsonFactory.builder());
	}

	/**
	 * Read a body.
	 * @param body the bytes, in any encoding that JSON allows
	 * @param length how many of them count
	 * @param values takes the leaves and keys, within its bounds
	 * @return {@code false} if it ends before the body does, because the body is no JSON
	 */
	public boolean read(byte[] body, int length, BoundedValues values) {
		try (JsonParser parser = this.factory.createParser(ObjectReadContext.empty(), body, 0, length)) {
			Pointer pointer = new Pointer();
			for (JsonToken token = parser.nextToken(); token != null && !values.isFull(); token = parser.nextToken()) {
				take(token, parser, pointer, values);
			}
			return true;
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	/**
	 * Read a body in UTF-8 strictly, and make those values only that the sieve keeps: the
	 * others can be made later.
	 * @param body the bytes
	 * @param sieve tells which texts are worth to be judged
	 * @param values takes the leaves and keys, within its bounds
	 * @return {@code false} if that is too much to be done in one walk, so that nothing
	 * was taken
	 */
	public boolean scan(byte[] body, ValueReader.Sieve sieve, BoundedValues values) {
		int hash = KnownBodies.hash(body);
		KnownBodies.Known known = this.bodies.find(body, hash, sieve.judges());
		return known != null && known.addTo(values) || scanAnew(body, hash, sieve, values);
	}

	private boolean scanAnew(byte[] body, int hash, ValueReader.Sieve sieve, BoundedValues values) {
		BoundedValues leaves = values.another();
		JsonTape tape = new JsonTape(body);
		if (!new JsonScan(body, tape, sieve, this.names, this.texts, leaves).read()) {
			return false;
		}
		if (leaves.isFull() || !tape.isComplete()) {
			int count = leaves.counted();
			values.addAll(leaves);
			values.omitted(OmittedValues.together(leaves.size(), body.length, () -> all(body, count), leaves.walked()));
			return true;
		}
		OmittedValues omitted = new OmittedValues(leaves.size(), body.length, () -> this.taped.all(tape),
				new AskedTexts(this.taped, tape), tape, leaves.walked());
		this.bodies.note(hash, body, sieve, leaves, omitted);
		values.addAll(leaves);
		values.omitted(omitted);
		return true;
	}

	/**
	 * Make what was counted: behind a bound there may be no memory for more.
	 */
	private List<InputValue> all(byte[] body, int count) {
		BoundedValues all = BoundedValues.asCounted(count);
		new JsonScan(body, new JsonTape(body), EveryText.INSTANCE, this.names, this.texts, all).read();
		return List.copyOf(all);
	}

	private static void take(JsonToken token, JsonParser parser, Pointer pointer, BoundedValues values) {
		switch (token) {
			case START_OBJECT, START_ARRAY -> {
				if (values.isComplete()) {
					values.add(InputValue.at(InputLocation.JSON, pointer.leaf(),
							(token == JsonToken.START_ARRAY) ? "[]" : "{}", InputValue.Kind.VALUE));
				}
				values.depth(pointer.open(token == JsonToken.START_ARRAY));
			}
			case END_OBJECT, END_ARRAY -> pointer.close();
			case PROPERTY_NAME -> {
				String name = parser.currentName();
				pointer.name(name);
				values.add(InputValue.at(InputLocation.JSON, pointer.leaf(), name, InputValue.Kind.NAME));
			}
			case VALUE_STRING -> values
				.add(InputValue.at(InputLocation.JSON, pointer.leaf(), parser.getString(), InputValue.Kind.VALUE));
			default -> {
				// Numbers, booleans and null are safe by type.
				if (values.isComplete() && token != JsonToken.VALUE_NULL && token.isScalarValue()) {
					values.add(InputValue.at(InputLocation.JSON, pointer.leaf(), parser.getString(),
							InputValue.Kind.VALUE));
				}
			}
		}
	}

	/**
	 * Where the parser stands. Elements of an array share one pointer, so that names stay
	 * few.
	 */
	private static final class Pointer {

		private final Deque<InputName> parents = new ArrayDeque<>();

		private InputName container = InputName.ROOT;

		private InputName leaf = InputName.ROOT;

		/**
		 * Go down, and return how deep that is.
		 */
		int open(boolean array) {
			this.parents.push(this.container);
			this.container = this.leaf;
			if (array) {
				this.leaf = this.container.member("-");
			}
			return this.parents.size();
		}

		void close() {
			this.leaf = this.container;
			this.container = this.parents.isEmpty() ? InputName.ROOT : this.parents.pop();
		}

		void name(String name) {
			this.leaf = this.container.member(name);
		}

		InputName leaf() {
			return this.leaf;
		}

	}

}
