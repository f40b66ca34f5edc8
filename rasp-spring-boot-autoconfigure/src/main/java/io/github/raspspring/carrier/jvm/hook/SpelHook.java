package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.TextCall;

/**
 * Expressions of Spring, where they are parsed.
 */
final class SpelHook {

	private SpelHook() {
	}

	static JvmHook create() {
		return new TextHook("SpEL", TextCall.Language.EXPRESSION,
				List.of(HookPoint.of("org.springframework.expression.spel.standard.InternalSpelExpressionParser",
						"doParseExpression", "Ljava/lang/String;*", 1)));
	}

}
