package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.TextCall;

/**
 * Scripts that engines of {@code javax.script} and their like run.
 */
final class ScriptHook {

	private ScriptHook() {
	}

	static JvmHook create() {
		return new TextHook("script engines", TextCall.Language.EXPRESSION, List.of(
				HookPoint.of("javax.script.AbstractScriptEngine", "eval", "Ljava/lang/String;*", 1),
				HookPoint.of("org.openjdk.nashorn.api.scripting.NashornScriptEngine", "eval", "Ljava/lang/String;*", 1),
				HookPoint.of("org.openjdk.nashorn.api.scripting.NashornScriptEngine", "compile", "Ljava/lang/String;",
						1),
				HookPoint.of("org.codehaus.groovy.jsr223.GroovyScriptEngineImpl", "eval", "Ljava/lang/String;*", 1),
				HookPoint.of("org.codehaus.groovy.jsr223.GroovyScriptEngineImpl", "compile", "Ljava/lang/String;", 1),
				HookPoint.of("com.oracle.truffle.js.scriptengine.GraalJSScriptEngine", "eval", "Ljava/lang/String;*",
						1),
				HookPoint.of("org.mozilla.javascript.Context", "compileString", "Ljava/lang/String;*", 1),
				HookPoint.of("jdk.jshell.JShell", "eval", "Ljava/lang/String;", 1),
				HookPoint.of("bsh.Interpreter", "eval", "Ljava/lang/String;*", 1)));
	}

}
