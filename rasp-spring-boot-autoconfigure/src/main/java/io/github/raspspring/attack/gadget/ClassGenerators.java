package io.github.raspspring.attack.gadget;

import java.util.List;

/**
 * What defines classes of its own making: proxies, accessors, compiled expressions. None
 * of it can be handed bytes by those who call it.
 */
final class ClassGenerators {

	private static final List<String> NAMES = List.of("org.springframework.cglib.core.AbstractClassGenerator",
			"org.springframework.expression.spel.standard.SpelCompiler", "net.bytebuddy.TypeCache",
			"net.bytebuddy.dynamic.DynamicType$Default$Unloaded", "javassist.util.proxy.", "java.lang.reflect.Proxy",
			"java.lang.invoke.InnerClassLambdaMetafactory", "jdk.internal.reflect.MethodAccessorGenerator",
			"org.hibernate.bytecode.", "com.fasterxml.jackson.module.", "tools.jackson.module.",
			"ognl.enhance.ExpressionCompiler", "org.mvel2.optimizers.impl.asm.");

	private ClassGenerators() {
	}

	/**
	 * Return whether a class is one of them.
	 * @param type name of the class
	 */
	static boolean contain(String type) {
		return NAMES.stream().anyMatch(type::startsWith);
	}

}
