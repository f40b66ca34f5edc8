package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.TextCall;

/**
 * Expressions within templates of Thymeleaf, names of fragments included.
 */
final class ThymeleafHook {

	private ThymeleafHook() {
	}

	static JvmHook create() {
		return new TextHook("expressions of Thymeleaf", TextCall.Language.EXPRESSION,
				List.of(HookPoint.of("org.thymeleaf.standard.expression.StandardExpressionParser", "parseExpression",
						"Lorg/thymeleaf/context/IExpressionContext;Ljava/lang/String;Z", 2)));
	}

}
