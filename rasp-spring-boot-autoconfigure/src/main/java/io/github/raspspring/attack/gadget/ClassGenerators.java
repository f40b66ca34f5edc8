package io.github.raspspring.attack.gadget;

import java.util.List;

/**
 * What defines classes of its own making: proxies, accessors, compiled expressions. None
 * of it can be handed bytes by those who call it.
 */
final class ClassGenerators {

	private static final List<String> NAMES = List.of("org.springframework.cglib.core.AbstractClassGenerator",
			"org.springframework.expression.spel.standard.SpelCompiler", "org.springframework.asm.",
			"net.bytebuddy.dynamic.", "net.bytebuddy.TypeCache", "javassist.util.proxy.", "java.lang.reflect.Proxy",
			"java.lang.invoke.InnerClassLambdaMetafactory", "java.lang.invoke.LambdaForm", "jdk.internal.reflect.",
			"java.io.ObjectStreamClass", "org.hibernate.bytecode.", "com.fasterxml.jackson.module.",
			"tools.jackson.module.", "ognl.enhance.", "org.mvel2.optimizers.", "groovy.lang.GroovyClassLoader",
			"org.codehaus.groovy.runtime.callsite.", "org.codehaus.groovy.reflection.",
			"org.mozilla.javascript.optimizer.", "org.openjdk.nashorn.internal.", "com.oracle.truffle.",
			"org.apache.jasper.");

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
