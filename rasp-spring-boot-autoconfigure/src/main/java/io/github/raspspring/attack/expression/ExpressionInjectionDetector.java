package io.github.raspspring.attack.expression;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.CodeFields;
import io.github.raspspring.inspect.Hit;
import io.github.raspspring.inspect.PasswordFields;
import io.github.raspspring.text.Traits;

/**
 * Looks for text that an expression or template language would evaluate (CWE-917,
 * CWE-1336): SpEL, OGNL, Jakarta EL, MVEL, Velocity, FreeMarker, Thymeleaf, and the
 * probes for Jinja, Twig, Smarty, ERB and AngularJS that come along with them.
 * <p>
 * Matches expressions that reach for classes, reflection or processes, that compute with
 * literals only (the usual probe), that assign, or that are preprocessed by Thymeleaf;
 * without delimiters only what no other language writes, such as {@code T(java.}. Lets
 * pass placeholders, paths of properties, calls and arithmetic on variables as template
 * literals have them, and Java code. One pass, no allocation unless an expression opens.
 */
public final class ExpressionInjectionDetector implements RepeatableDetector {

	/** An expression reaches for a class, a process or the engine itself. */
	public static final Rule SANDBOX_ESCAPE = new Rule("sandbox-escape", "CWE-917",
			"An expression reaches for classes, reflection or processes, which runs code once it is evaluated.",
			"Never evaluate request values as expressions or templates; pass them to a fixed one as data.");

	/** An expression computes with literals only. */
	public static final Rule LITERAL_PROBE = new Rule("literal-probe", "CWE-1336",
			"An expression of literals only is how attackers find out whether a value is evaluated.",
			"Never evaluate request values as expressions or templates; pass them to a fixed one as data. Where a "
					+ "field is made for expressions, leave its value alone on that route (excluded-values).");

	/** A directive or mark that only a template has. */
	public static final Rule TEMPLATE_DIRECTIVE = new Rule("template-directive", "CWE-1336",
			"A directive of a template language changes what the template does once it is evaluated.",
			"Never build templates or view names from request values; pass them to a fixed one as data.");

	@Override
	public String name() {
		return "expression-injection";
	}

	@Override
	public Category category() {
		return Category.CODE_EXECUTION;
	}

	@Override
	public long triggers() {
		return Traits.EXPRESSION;
	}

	@Override
	public boolean supports(InputValue value) {
		return !PasswordFields.holds(value);
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		String text = view.text();
		Hit found = CodeFields.weaken(ExpressionEvidence.strongestIn(text, view.traits()), view.input());
		Hit hit = Formula.isAttack(text, view.input())
				? Hit.stronger(found, Hit.of(SANDBOX_ESCAPE, Hit.STRONG, 0, text.length())) : found;
		if (hit != null) {
			hit.report(this, view, findings);
		}
	}

}
