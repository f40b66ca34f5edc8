package io.github.raspspring.attack.serialization;

import io.github.raspspring.attack.url.JdbcUrls;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes serialized Java objects - raw, Base64, hexadecimal, compressed - and hints
 * by which a deserializer is made to choose dangerous classes (CWE-502): tags of YAML,
 * {@code @type} and its like in JSON, {@code XMLDecoder}, XStream, BCEL, and settings of
 * JDBC drivers that do so. Objects of other platforms, as scanners send them everywhere,
 * where they are the whole value.
 * <p>
 * Lets pass tokens and other Base64, compressed data of other kinds, types of JSON-LD,
 * classes in logs and stack traces, and generics. A member such as {@code @class} that
 * names a class of the application is weak. Costs two passes; allocates for texts that
 * hold a hint only.
 */
public final class DeserializationDetector implements RepeatableDetector {

	/** Rule {@code stream}: a serialized object. */
	public static final Rule STREAM = new Rule("stream", "CWE-502",
			"The value is a serialized Java object, which runs code of the application's class path when it is read.",
			"Do not deserialize input with ObjectInputStream; if it can't be avoided, set a serialization filter.");

	/** Rule {@code type-hint}: a class is chosen. */
	public static final Rule TYPE_HINT = new Rule("type-hint", "CWE-502",
			"The value makes a deserializer choose a class that can do more than to hold data.",
			"Switch off polymorphic typing, or allow a closed list of subtypes only.");

	/** Rule {@code gadget}: a class known from attacks. */
	public static final Rule GADGET = new Rule("gadget", "CWE-502",
			"The value names a class that is known from attacks on deserializers.",
			"Switch off polymorphic typing, or allow a closed list of subtypes only.");

	/** Rule {@code foreign-stream}: a serialized object of another platform. */
	public static final Rule FOREIGN = new Rule("foreign-stream", "CWE-502",
			"The value is an object that is serialized for PHP, Python, Ruby, Node.js or .NET and runs code there.",
			"Nothing on the JVM reads it; look for who probes, and for services behind that might.");

	private static final int SHORTEST = 8;

	/** What a URL of a database with settings has. */
	private static final long SETTINGS = Traits.COLON | Traits.EQUALS;

	@Override
	public String name() {
		return "deserialization";
	}

	@Override
	public Category category() {
		return Category.DESERIALIZATION;
	}

	@Override
	public long triggers() {
		return Traits.TYPE_HINT;
	}

	@Override
	public boolean supports(InputValue value) {
		return value.kind() == InputValue.Kind.VALUE || value.location() != InputLocation.HEADER;
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		String text = view.text();
		if (text.length() < SHORTEST) {
			return;
		}
		long traits = view.traits();
		int stream = SerializedForms.find(text, traits);
		if (stream >= 0) {
			boolean harmless = StreamClasses.areHarmless(text, stream);
			findings.add(finding(STREAM, harmless ? Confidence.WEAK : Confidence.CERTAIN, view, stream));
			return;
		}
		if (ForeignForms.isOne(text, traits)) {
			findings.add(finding(FOREIGN, Confidence.STRONG, view, 0));
			return;
		}
		int url = ((traits & SETTINGS) == SETTINGS && mayNameDriver(text)) ? JdbcUrls.find(text) : -1;
		if (url >= 0) {
			findings.add(finding(TYPE_HINT, Confidence.STRONG, view, url));
			return;
		}
		if ((traits & Traits.TYPE_MARK) != 0 && isLikeClass(text)) {
			className(view, findings);
		}
		else if (TypeHintGate.opens(text, traits)) {
			TypeHints hints = new TypeHints(text);
			report(hints.find(), view, hints.position(), findings);
		}
	}

	/**
	 * Whether the scheme of a URL may end as that of JDBC.
	 */
	private static boolean mayNameDriver(String text) {
		for (int i = text.indexOf(':', 4); i >= 0; i = text.indexOf(':', i + 1)) {
			if ((text.charAt(i - 1) | 0x20) == 'c' && (text.charAt(i - 2) | 0x20) == 'b') {
				return true;
			}
		}
		return false;
	}

	/**
	 * Judge the name of a class. A member that says of what type something is may choose
	 * one, or tell of one: there it is asked for those known from attacks only.
	 */
	private void className(ValueView view, Findings findings) {
		String text = view.text();
		String name = view.input().lastName();
		boolean value = view.input().kind() == InputValue.Kind.VALUE;
		boolean member = value && TypeHints.isTypeMember(name);
		TypeHints.Evidence evidence = TypeHints.ofClassName(text, member && chooses(name));
		String last = lastPart(name);
		boolean chosen = value && last.equals("type") && KnownClasses.runsCode(text) && !text.endsWith("Driver")
				|| value && last.equals("0") && evidence.compareTo(TypeHints.Evidence.CLASS) > 0
						&& KnownClasses.runsCode(text);
		boolean told = value && last.startsWith("logger");
		if (member || evidence == TypeHints.Evidence.GADGET && !told) {
			report(evidence, view, 0, findings);
		}
		else if (chosen) {
			report(TypeHints.Evidence.DANGEROUS_CLASS, view, 0, findings);
		}
	}

	/**
	 * Whether the name of a member begins as those do that serializers write.
	 */
	private static boolean chooses(String name) {
		String last = lastPart(name);
		char first = last.isEmpty() ? ' ' : last.charAt(0);
		return first == '@' || first == '$' || first == '_' || last.equalsIgnoreCase("javaClass");
	}

	private static String lastPart(String name) {
		return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('.')) + 1);
	}

	private void report(TypeHints.Evidence evidence, ValueView view, int position, Findings findings) {
		Finding finding = switch (evidence) {
			case NONE -> null;
			case CLASS -> finding(TYPE_HINT, Confidence.WEAK, view, position);
			case DANGEROUS_CLASS -> finding(TYPE_HINT, Confidence.STRONG, view, position);
			case GADGET -> finding(GADGET, Confidence.CERTAIN, view, position);
		};
		add(finding, findings);
	}

	private static void add(@Nullable Finding finding, Findings findings) {
		if (finding != null) {
			findings.add(finding);
		}
	}

	private Finding finding(Rule rule, Confidence confidence, ValueView view, int position) {
		return Finding.of(this, rule)
			.confidence(confidence)
			.at(view.input())
			.evidence(view.text(), position, position + 24)
			.build();
	}

	/**
	 * Whether a text is one word with dots that ends with a capitalized name.
	 */
	private static boolean isLikeClass(String text) {
		int dot = text.lastIndexOf('.');
		return dot > 0 && dot < text.length() - 1 && text.charAt(dot + 1) >= 'A' && text.charAt(dot + 1) <= 'Z'
				&& text.indexOf(' ') < 0 && text.indexOf('"') < 0 && text.indexOf('<') < 0 && text.indexOf('!') < 0
				&& text.indexOf('{') < 0 && text.indexOf(',') < 0;
	}

}
