package io.github.raspspring.carrier.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkKind;

/**
 * A JVM that is hooked: what is judged by it, and what could not be.
 *
 * @param weaver has hooked it
 * @param hooks what is hooked
 */
record HookedJvm(Weaver weaver, List<JvmHook> hooks) {

	private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

	List<SinkCoverage> coverage() {
		List<String> failed = failures();
		Set<SinkKind> effective = this.hooks.stream()
			.filter(this::isEffective)
			.map(JvmHook::kind)
			.collect(Collectors.toSet());
		return this.hooks.stream()
			.filter((hook) -> isEffective(hook) || !effective.contains(hook.kind()))
			.map((hook) -> new SinkCoverage(hook.kind(), List.of("JVM hook on " + label(hook)),
					failed.stream().filter((failure) -> concerns(hook, failure)).toList()))
			.toList();
	}

	/**
	 * What is not on the class path may still be brought by another loader.
	 */
	private String label(JvmHook hook) {
		return isEffective(hook) ? hook.name() : hook.name() + ", which is not on the class path";
	}

	List<String> troubles(String ofAgent) {
		List<String> troubles = new ArrayList<>(failures());
		if (!ofAgent.isEmpty()) {
			troubles.add(0, ofAgent);
		}
		return troubles;
	}

	/**
	 * Classes of the JDK are hooked once they are loaded. Those of libraries may not be
	 * there.
	 */
	private boolean isEffective(JvmHook hook) {
		return hook.points().stream().anyMatch((point) -> isPresent(point.type()));
	}

	private static boolean isPresent(String type) {
		ClassLoader loader = JvmHook.class.getClassLoader();
		String file = type.replace('.', '/') + ".class";
		return JDK.stream().anyMatch(type::startsWith) || (loader != null && loader.getResource(file) != null);
	}

	private List<String> failures() {
		return this.weaver.transformer()
			.failed()
			.entrySet()
			.stream()
			.map((failure) -> failure.getKey().replace('/', '.') + " could not be hooked: " + failure.getValue() + ".")
			.sorted()
			.toList();
	}

	private static boolean concerns(JvmHook hook, String failure) {
		Stream<String> types = hook.points().stream().map(HookPoint::type);
		return types.anyMatch((type) -> failure.startsWith(type + " "));
	}

}
