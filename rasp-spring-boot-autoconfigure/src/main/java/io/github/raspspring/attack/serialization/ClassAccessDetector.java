package io.github.raspspring.attack.serialization;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.CodeFields;
import io.github.raspspring.inspect.PasswordFields;
import io.github.raspspring.inspect.Placement;
import io.github.raspspring.text.Traits;

/**
 * Recognizes names of parameters that reach for the class loader of the application
 * through data binding, or for the prototype of JavaScript objects (CWE-915).
 * <p>
 * Looks at names, and at values that are such a path from their first character to their
 * last and reach for a class loader, a module or other classes, as fields to sort by or
 * to show do: the same words in a text pass, as do properties that are called
 * {@code class}. In JSON, which is not bound by such paths, names are weak. Prototypes do
 * no harm on a JVM itself, but nobody innocent names a parameter so. Costs one pass over
 * each name and over short values that mention classes, and allocates nothing.
 */
public final class ClassAccessDetector implements RepeatableDetector {

	/** Rule {@code class-loader}: the class loader is reached. */
	public static final Rule CLASS_LOADER = new Rule("class-loader", "CWE-915",
			"The name of a parameter reaches through an object's class to its module or class loader.",
			"Bind to types made for input only, and restrict the fields of the data binder (setAllowedFields).");

	/** Rule {@code class-member}: a member of a class is reached. */
	public static final Rule CLASS_MEMBER = new Rule("class-member", "CWE-915",
			"The name of a parameter reaches for a member of an object's class.",
			"Bind to types made for input only, and restrict the fields of the data binder (setAllowedFields).");

	/** Rule {@code prototype}: a prototype is reached. */
	public static final Rule PROTOTYPE = new Rule("prototype", "CWE-1321",
			"A name reaches for the prototype of JavaScript objects.",
			"Do not hand objects with names from input to scripts.");

	@Override
	public String name() {
		return "class-access";
	}

	@Override
	public Category category() {
		return Category.CODE_EXECUTION;
	}

	@Override
	public long triggers() {
		return Placement.NESTED_NAME | Traits.EXPRESSION_WORD;
	}

	@Override
	public boolean supports(InputValue value) {
		return value.location() != InputLocation.HEADER && !PasswordFields.holds(value) && !CodeFields.hold(value);
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		boolean named = view.input().kind() == InputValue.Kind.NAME;
		boolean body = view.input().location() == InputLocation.BODY;
		PropertyPath.Reach reach = named ? PropertyPath.of(view.text())
				: body ? PropertyPath.ofPairs(view.text()) : PropertyPath.ofValue(view.text());
		if (reach == PropertyPath.Reach.DATA || !named && reach == PropertyPath.Reach.PROTOTYPE) {
			return;
		}
		findings.add(Finding.of(this, ruleOf(reach))
			.confidence(named ? confidenceOf(reach, view.input().location()) : Confidence.STRONG)
			.at(view.input())
			.evidence(view.text(), 0, view.text().length())
			.build());
	}

	private static Rule ruleOf(PropertyPath.Reach reach) {
		return switch (reach) {
			case CLASS_LOADER -> CLASS_LOADER;
			case CLASS -> CLASS_MEMBER;
			default -> PROTOTYPE;
		};
	}

	private static Confidence confidenceOf(PropertyPath.Reach reach, InputLocation location) {
		boolean bound = location == InputLocation.QUERY || location == InputLocation.FORM
				|| location == InputLocation.MULTIPART || location == InputLocation.PATH;
		if (!bound) {
			return Confidence.WEAK;
		}
		return (reach == PropertyPath.Reach.CLASS_LOADER) ? Confidence.CERTAIN : Confidence.STRONG;
	}

}
