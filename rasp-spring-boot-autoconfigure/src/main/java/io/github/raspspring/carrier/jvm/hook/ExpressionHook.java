package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.TextCall;

/**
 * Expressions of languages other than SpEL, where they are parsed.
 */
final class ExpressionHook {

	private ExpressionHook() {
	}

	static JvmHook create() {
		return new TextHook("OGNL, MVEL, Groovy, Jakarta EL, JEXL", TextCall.Language.EXPRESSION, List.of(
				HookPoint.of("ognl.Ognl", "parseExpression", "Ljava/lang/String;", 1),
				HookPoint.of("org.apache.ibatis.ognl.Ognl", "parseExpression", "Ljava/lang/String;", 1),
				HookPoint.of("org.mvel2.MVEL", "eval", "Ljava/lang/String;*", 1),
				HookPoint.of("org.mvel2.MVEL", "compileExpression", "Ljava/lang/String;*", 1),
				HookPoint.of("org.mvel2.MVEL", "eval", "[C*", 1),
				HookPoint.of("org.mvel2.MVEL", "compileExpression", "[C*", 1),
				HookPoint.of("groovy.lang.GroovyCodeSource", "<init>",
						"Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;", 1),
				HookPoint.of("org.apache.el.ExpressionFactoryImpl", "createValueExpression",
						"Ljakarta/el/ELContext;Ljava/lang/String;*", 2),
				HookPoint.of("org.apache.el.ExpressionFactoryImpl", "createMethodExpression",
						"Ljakarta/el/ELContext;Ljava/lang/String;*", 2),
				HookPoint.of("org.glassfish.expressly.ExpressionFactoryImpl", "createValueExpression",
						"Ljakarta/el/ELContext;Ljava/lang/String;*", 2),
				HookPoint.of("org.apache.commons.jexl3.internal.Engine", "parse",
						"Lorg/apache/commons/jexl3/JexlInfo;ZLjava/lang/String;*", 3),
				HookPoint.of("org.apache.commons.jexl3.internal.Engine", "parse",
						"Lorg/apache/commons/jexl3/JexlInfo;Lorg/apache/commons/jexl3/JexlFeatures;Ljava/lang/String;*",
						3)));
	}

}
