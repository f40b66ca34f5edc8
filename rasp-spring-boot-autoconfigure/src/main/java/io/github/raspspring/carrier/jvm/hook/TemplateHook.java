package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.TextCall;

/**
 * Templates that are handed over as text.
 */
final class TemplateHook {

	private TemplateHook() {
	}

	static JvmHook create() {
		return new TextHook("FreeMarker, Velocity, Thymeleaf, Pebble, Groovy", TextCall.Language.TEMPLATE, List.of(
				HookPoint.of("freemarker.template.Template", "<init>",
						"Ljava/lang/String;Ljava/lang/String;Lfreemarker/template/Configuration;", 2),
				HookPoint.of("freemarker.cache.StringTemplateLoader", "putTemplate",
						"Ljava/lang/String;Ljava/lang/String;J", 2),
				HookPoint.of("org.apache.velocity.runtime.RuntimeInstance", "evaluate",
						"Lorg/apache/velocity/context/Context;Ljava/io/Writer;Ljava/lang/String;Ljava/lang/String;", 4),
				HookPoint.of("org.thymeleaf.TemplateSpec", "<init>", "Ljava/lang/String;*", 1),
				HookPoint.of("io.pebbletemplates.pebble.PebbleEngine", "getLiteralTemplate", "Ljava/lang/String;*", 1),
				HookPoint.of("io.pebbletemplates.pebble.loader.StringLoader", "getReader", "Ljava/lang/String;", 1),
				HookPoint.of("groovy.text.TemplateEngine", "createTemplate", "Ljava/lang/String;", 1),
				HookPoint.of("org.mvel2.templates.TemplateCompiler", "compileTemplate", "Ljava/lang/String;*", 1),
				HookPoint.of("org.mvel2.templates.TemplateRuntime", "eval", "Ljava/lang/String;*", 1),
				HookPoint.of("com.hubspot.jinjava.Jinjava", "renderForResult", "Ljava/lang/String;*", 1)));
	}

}
