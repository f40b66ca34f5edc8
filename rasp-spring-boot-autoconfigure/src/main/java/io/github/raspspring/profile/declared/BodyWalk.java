package io.github.raspspring.profile.declared;

import java.util.Set;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.pipeline.JsonTokens;
import io.github.raspspring.engine.pipeline.JsonTokens.Token;
import io.github.raspspring.profile.LeafType;
import io.github.raspspring.profile.PrivilegedNames;
import io.github.raspspring.profile.declared.Shape.Fields;
import io.github.raspspring.profile.declared.Shape.Items;
import io.github.raspspring.profile.declared.Shape.Scalar;

/**
 * Walks over a JSON document and its declared shape side by side. What the tokens come
 * from bounds how deep that gets. For one document.
 */
final class BodyWalk {

	/** Types refer to themselves; what stands deeper is judged and not learnt. */
	private static final int DEEPEST_PATH = 8;

	/** Names that are remembered to find a second one; honest documents have fewer. */
	private static final int MOST_NAMES = 20_000;

	private final JsonTokens tokens;

	private final DeclaredReading reading;

	/** Names of what the application shows of itself. */
	private final Set<String> shown;

	private final boolean unwraps;

	private int names;

	BodyWalk(JsonTokens tokens, DeclaredReading reading, Set<String> shown, boolean unwraps) {
		this.tokens = tokens;
		this.reading = reading;
		this.shown = shown;
		this.unwraps = unwraps;
	}

	void read(Shape shape, DeclaredPath path) {
		Token token = this.tokens.next();
		if (token != null) {
			value(token, shape, path, 0);
		}
	}

	private void value(Token token, Shape shape, DeclaredPath path, int depth) {
		switch (token) {
			case START_OBJECT -> object(shape, path, depth);
			case START_ARRAY -> array(shape, path, depth);
			default -> {
				if (token.isScalar() && !path.isRoot() && depth <= DEEPEST_PATH && !(shape instanceof Shape.Anything)) {
					this.reading.leaf(path, typeOf(token), this.tokens.text(), shape);
				}
			}
		}
	}

	private void object(Shape shape, DeclaredPath path, int depth) {
		if (shape instanceof Scalar) {
			this.reading.found(DeclaredRules.SCALAR_AS_OBJECT, Confidence.STRONG, path.text());
		}
		Fields fields = (shape instanceof Fields declared) ? declared : null;
		SeenNames seen = new SeenNames();
		while (this.tokens.next() == Token.NAME) {
			String name = this.tokens.text();
			if (this.names++ < MOST_NAMES && !seen.add(name)) {
				this.reading.found(DeclaredRules.DUPLICATE, Confidence.STRONG, path.member(name, false).text());
			}
			Shape declared = (fields != null) ? fields.find(name) : null;
			Token token = this.tokens.next();
			if (token == null) {
				return;
			}
			if (fields != null && declared == null) {
				unknown(fields, name, path, depth == 0 && this.shown.contains(name), setsNothing(token, name));
			}
			if (declared != null) {
				value(token, declared, path.member(name, true), depth + 1);
			}
			else if (token.opens()) {
				value(token, Shape.ANYTHING, path.member(name, false), depth + 1);
			}
		}
	}

	private void unknown(Fields fields, String name, DeclaredPath object, boolean ofEntity, boolean setsNothing) {
		boolean privileged = PrivilegedNames.contains(name);
		String path = object.member(name, false).text();
		if (fields.isReadOnly(name)) {
			boolean tampers = this.reading.creates() && privileged && !setsNothing;
			this.reading.found(DeclaredRules.READ_ONLY_PROPERTY, tampers ? Confidence.STRONG : Confidence.WEAK, path);
		}
		else if (!fields.isOpen() && !fields.isTolerated(name) && !HarmlessNames.contains(name)) {
			boolean tampers = !setsNothing && (privileged || ofEntity && this.reading.creates());
			this.reading.found(DeclaredRules.UNKNOWN_PROPERTY, tampers ? Confidence.STRONG : Confidence.WEAK, path);
		}
	}

	/**
	 * Forms of browsers send what their state has, whether it was filled in or not.
	 */
	private boolean setsNothing(Token token, String name) {
		return switch (token) {
			case NULL, FALSE -> true;
			case TEXT -> this.tokens.text().isEmpty();
			case INTEGER -> name.equals("id") && this.tokens.text().equals("0");
			default -> false;
		};
	}

	private void array(Shape shape, DeclaredPath path, int depth) {
		Shape element = Shape.ANYTHING;
		if (shape instanceof Items items) {
			element = items.element();
		}
		else if (this.unwraps) {
			element = shape;
		}
		else if (shape instanceof Scalar scalar && !scalar.arrays()) {
			this.reading.found(DeclaredRules.SCALAR_AS_OBJECT, Confidence.STRONG, path.text());
		}
		DeclaredPath inner = path.elements();
		for (Token token = this.tokens.next(); token != null && token != Token.END_ARRAY; token = this.tokens.next()) {
			value(token, element, inner, depth + 1);
		}
	}

	private static LeafType typeOf(Token token) {
		return switch (token) {
			case INTEGER -> LeafType.INTEGER;
			case FRACTION -> LeafType.FRACTION;
			case TRUE, FALSE -> LeafType.BOOLEAN;
			case NULL -> LeafType.NULL;
			default -> LeafType.TEXT;
		};
	}

}
