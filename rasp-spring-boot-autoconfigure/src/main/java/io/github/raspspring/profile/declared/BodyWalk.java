package io.github.raspspring.profile.declared;

import java.util.Set;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.pipeline.JsonTokens;
import io.github.raspspring.engine.pipeline.JsonTokens.Token;
import io.github.raspspring.profile.LeafType;
import io.github.raspspring.profile.PrivilegedNames;
import io.github.raspspring.profile.declared.Shape.Fields;
import io.github.raspspring.profile.declared.Shape.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Walks over a JSON document and what is declared of it side by side. What the tokens
 * come from bounds how deep that gets. For one document.
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

	void read(DeclaredPath root) {
		Token token = this.tokens.next();
		if (token != null) {
			value(token, root, 0);
		}
	}

	private void value(Token token, DeclaredPath path, int depth) {
		switch (token) {
			case START_OBJECT -> object(path, depth);
			case START_ARRAY -> array(path, depth);
			default -> {
				if (token.isScalar() && path.isLeaf() && depth <= DEEPEST_PATH) {
					this.reading.leaf(path, typeOf(token), this.tokens);
				}
			}
		}
	}

	/**
	 * Declared names are told apart by their bits, the others one by one.
	 */
	private void object(DeclaredPath path, int depth) {
		if (path.shape() instanceof Scalar) {
			this.reading.found(DeclaredRules.SCALAR_AS_OBJECT, Confidence.STRONG, path.text());
		}
		Fields fields = (path.shape() instanceof Fields declared) ? declared : null;
		long seen = 0;
		SeenNames others = null;
		DeclaredPath before = null;
		while (this.tokens.next() == Token.NAME) {
			String name = this.tokens.text();
			DeclaredPath member = (fields != null) ? path.find(name, before) : null;
			before = member;
			long bit = (member != null) ? member.bit() : 0;
			if (bit == 0) {
				others = (others != null) ? others : new SeenNames();
			}
			if ((bit != 0) ? (seen & bit) != 0 : isSecond(name, others)) {
				this.reading.found(DeclaredRules.DUPLICATE, Confidence.STRONG, path.madeUp(name).text());
			}
			seen |= bit;
			Token token = this.tokens.next();
			if (token == null) {
				return;
			}
			if (fields != null && member == null) {
				unknown(fields, name, path, depth == 0 && this.shown.contains(name), setsNothing(token, name));
			}
			if (member != null) {
				value(token, member, depth + 1);
			}
			else if (token.opens()) {
				value(token, path.madeUp(name), depth + 1);
			}
		}
	}

	private boolean isSecond(String name, @Nullable SeenNames others) {
		return others != null && this.names++ < MOST_NAMES && !others.add(name);
	}

	private void unknown(Fields fields, String name, DeclaredPath object, boolean ofEntity, boolean setsNothing) {
		boolean privileged = PrivilegedNames.contains(name);
		String path = object.madeUp(name).text();
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

	private void array(DeclaredPath path, int depth) {
		if (!this.unwraps && path.shape() instanceof Scalar scalar && !scalar.arrays()) {
			this.reading.found(DeclaredRules.SCALAR_AS_OBJECT, Confidence.STRONG, path.text());
		}
		DeclaredPath element = path.elements(this.unwraps);
		for (Token token = this.tokens.next(); token != null && token != Token.END_ARRAY; token = this.tokens.next()) {
			value(token, element, depth + 1);
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
