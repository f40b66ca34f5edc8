package io.github.raspspring.attack.gadget;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.attack.gadget.CallPathCall.Effect;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what evaluates data on the stack of the current thread.
 */
final class CallPath {

	private static final StackWalker WALKER = StackWalker.getInstance();

	/**
	 * No code of an application, whatever calls it; the last is what stylesheets become.
	 */
	private static final List<String> LIBRARIES = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "jakarta.",
			"io.github.raspspring.sink.", "io.github.raspspring.carrier.jvm.HookHandler",
			"io.github.raspspring.attack.", "org.springframework.", "org.apache.", "org.codehaus.groovy.", "groovy.",
			"ognl.", "org.mvel2.", "freemarker.", "org.thymeleaf.", "io.pebbletemplates.", "com.hubspot.",
			"attoparser.", "org.attoparser.", "org.mozilla.", "org.openjdk.", "bsh.", "com.alibaba.", "com.fasterxml.",
			"tools.jackson.", "org.yaml.", "com.thoughtworks.", "com.zaxxer.", "org.hibernate.", "kotlin.", "scala.",
			"clojure.", "die.verwandlung.");

	private CallPath() {
	}

	/**
	 * Find what evaluates data and has led here without the application's own choice.
	 * @param effect what is about to run
	 * @return the origin, or {@code null} if there is none that must not do this
	 */
	static @Nullable CallOrigin originOf(Effect effect) {
		return WALKER.walk((frames) -> find(frames, effect));
	}

	private static @Nullable CallOrigin find(Stream<StackWalker.StackFrame> frames, Effect effect) {
		List<String> passed = new ArrayList<>();
		for (Iterator<StackWalker.StackFrame> each = frames.iterator(); each.hasNext();) {
			StackWalker.StackFrame frame = each.next();
			String type = frame.getClassName();
			if (effect == Effect.DEFINITION && ClassGenerators.contain(type)) {
				return null;
			}
			// To ask a frame for its method costs the JVM more than all the rest.
			CallOrigin origin = CallOrigin.isAmong(type) ? CallOrigin.of(type, frame.getMethodName()) : null;
			if (origin == null) {
				passed.add(type);
			}
			else if (origin.refuses(effect) && !(origin.mayCallApplication() && haveApplication(passed))) {
				return origin;
			}
		}
		return null;
	}

	/** Asked where something evaluates data, which is rare, not for each frame. */
	private static boolean haveApplication(List<String> types) {
		return types.stream().anyMatch(CallPath::isApplication);
	}

	/**
	 * Scripts and compiled expressions are classes without a package, or with one that a
	 * language gives them.
	 */
	private static boolean isApplication(String type) {
		return type.indexOf('.') > 0 && LIBRARIES.stream().noneMatch(type::startsWith);
	}

}
