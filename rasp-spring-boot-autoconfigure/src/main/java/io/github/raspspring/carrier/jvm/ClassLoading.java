package io.github.raspspring.carrier.jvm;

import java.util.List;

import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;

/**
 * Tells files that a class loader reads to find a class. Judging one may need the very
 * class that is being loaded, which would define it twice. The stack is looked at for
 * files of classes only.
 */
final class ClassLoading {

	private static final StackWalker WALKER = StackWalker.getInstance();

	private static final List<String> FILES = List.of(".class", ".jar", ".war");

	/** What else is read may be the attacker's. */
	private static final List<String> LOCAL = List.of("file:", "jar:file:", "jar:nested:", "nested:", "jrt:");

	private ClassLoading() {
	}

	/**
	 * Return whether the thread is about to find a class.
	 */
	static boolean isInProgress() {
		return WALKER.walk((frames) -> frames.anyMatch(ClassLoading::loads));
	}

	/**
	 * Return whether a class is loaded by what is about to be read.
	 */
	static boolean reads(SinkCall call) {
		boolean file = call.kind() == SinkKind.FILE
				|| call.kind() == SinkKind.URL && LOCAL.stream().anyMatch(call.argument()::startsWith);
		return file && FILES.stream().anyMatch(call.argument()::endsWith) && isInProgress();
	}

	private static boolean loads(StackWalker.StackFrame frame) {
		return frame.getMethodName().equals("loadClass") && frame.getClassName().contains("ClassLoader");
	}

}
