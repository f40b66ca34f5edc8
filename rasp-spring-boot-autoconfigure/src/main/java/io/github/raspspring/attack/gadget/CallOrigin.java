package io.github.raspspring.attack.gadget;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.raspspring.attack.gadget.CallPathCall.Effect;
import org.jspecify.annotations.Nullable;

/**
 * What evaluates data, so that nothing but data should come of it.
 */
enum CallOrigin {

	/** Objects from a stream, or from text that names their classes. */
	OBJECTS("objects that are read from data", EnumSet.allOf(Effect.class), false),

	/** Documents that may name classes, whose readers may be the application's own. */
	DOCUMENT("a document that is read into objects", EnumSet.allOf(Effect.class), true),

	/**
	 * Expressions, which may call beans of the application, and these do what they do.
	 */
	EXPRESSION("an expression", EnumSet.complementOf(EnumSet.of(Effect.CONNECTION)), true),

	/** Templates, which may as well. */
	TEMPLATE("a template", EnumSet.complementOf(EnumSet.of(Effect.CONNECTION)), true),

	/** Texts whose placeholders are filled in by asking elsewhere. */
	PLACEHOLDERS("placeholders of a text", EnumSet.allOf(Effect.class), false),

	/** Scripts, which are classes of their own. */
	SCRIPT("a script", Set.of(Effect.PROCESS, Effect.LOOKUP, Effect.RUNTIME), true),

	/** Lookups, which connect by their nature. */
	LOOKUP("a lookup", Set.of(Effect.PROCESS, Effect.CLASSES, Effect.DEFINITION), false);

	/** By the names of classes, then of methods. */
	private static final Map<String, Map<String, CallOrigin>> ENTRIES = Stream.of(
			of(OBJECTS, "java.io.ObjectInputStream.readObject", "java.io.ObjectInputStream.readUnshared",
					"java.beans.XMLDecoder.readObject", "com.thoughtworks.xstream.XStream.unmarshal",
					"org.yaml.snakeyaml.constructor.BaseConstructor.getSingleData",
					"org.yaml.snakeyaml.constructor.BaseConstructor.getData",
					"com.alibaba.fastjson.parser.DefaultJSONParser.parse",
					"com.alibaba.fastjson.parser.DefaultJSONParser.parseObject"),
			of(DOCUMENT, "com.fasterxml.jackson.databind.ObjectMapper.readValue",
					"com.fasterxml.jackson.databind.ObjectReader.readValue",
					"tools.jackson.databind.ObjectMapper.readValue", "tools.jackson.databind.ObjectReader.readValue",
					"com.caucho.hessian.io.Hessian2Input.readObject",
					"com.esotericsoftware.kryo.Kryo.readClassAndObject"),
			of(EXPRESSION, "org.springframework.expression.spel.standard.SpelExpression.getValue",
					"org.springframework.expression.spel.standard.SpelExpression.setValue", "ognl.Ognl.getValue",
					"org.apache.ibatis.ognl.Ognl.getValue", "org.mvel2.MVEL.eval", "org.mvel2.MVEL.executeExpression",
					"org.apache.el.ValueExpressionImpl.getValue", "org.apache.el.MethodExpressionImpl.invoke",
					"org.apache.commons.jexl3.internal.Script.execute"),
			of(PLACEHOLDERS, "org.apache.logging.log4j.core.lookup.StrSubstitutor.substitute",
					"org.apache.commons.text.StringSubstitutor.substitute",
					"org.apache.commons.configuration2.interpol.ConfigurationInterpolator.interpolate"),
			of(TEMPLATE, "com.sun.org.apache.xalan.internal.xsltc.trax.TransformerImpl.transform",
					"org.apache.xalan.transformer.TransformerImpl.transform", "freemarker.core.Environment.process",
					"org.apache.velocity.Template.merge", "org.apache.velocity.runtime.RuntimeInstance.evaluate",
					"org.apache.velocity.runtime.RuntimeInstance.render", "org.thymeleaf.TemplateEngine.process",
					"io.pebbletemplates.pebble.template.PebbleTemplateImpl.evaluate",
					"com.hubspot.jinjava.Jinjava.render"),
			of(SCRIPT, "javax.script.AbstractScriptEngine.eval", "groovy.lang.GroovyShell.evaluate",
					"groovy.util.Eval.me", "org.codehaus.groovy.jsr223.GroovyScriptEngineImpl.eval",
					"org.openjdk.nashorn.api.scripting.NashornScriptEngine.eval", "bsh.Interpreter.eval",
					"org.mozilla.javascript.Context.evaluateString"),
			of(LOOKUP, "javax.naming.InitialContext.lookup", "javax.naming.InitialContext.lookupLink"))
		.flatMap(Function.identity())
		.collect(Collectors.groupingBy((entry) -> typeOf(entry.getKey()),
				Collectors.toMap((entry) -> methodOf(entry.getKey()), Map.Entry::getValue)));

	private final String label;

	private final Set<Effect> refused;

	private final boolean mayCallApplication;

	CallOrigin(String label, Set<Effect> refused, boolean mayCallApplication) {
		this.label = label;
		this.refused = refused;
		this.mayCallApplication = mayCallApplication;
	}

	/**
	 * Return whether a class has a method that evaluates data.
	 * @param type name of the class
	 */
	static boolean isAmong(String type) {
		return ENTRIES.containsKey(type);
	}

	/**
	 * Return what evaluates data in a method.
	 * @param type name of the class
	 * @param method name of the method
	 */
	static @Nullable CallOrigin of(String type, String method) {
		Map<String, CallOrigin> methods = ENTRIES.get(type);
		return (methods != null) ? methods.get(method) : null;
	}

	String label() {
		return this.label;
	}

	boolean refuses(Effect effect) {
		return this.refused.contains(effect);
	}

	/**
	 * Return whether code of the application that is called on the way does what it does
	 * by its own choice.
	 */
	boolean mayCallApplication() {
		return this.mayCallApplication;
	}

	private static String typeOf(String entry) {
		return entry.substring(0, entry.lastIndexOf('.'));
	}

	private static String methodOf(String entry) {
		return entry.substring(entry.lastIndexOf('.') + 1);
	}

	private static Stream<Map.Entry<String, CallOrigin>> of(CallOrigin origin, String... methods) {
		return Stream.of(methods).map((method) -> Map.entry(method, origin));
	}

}
