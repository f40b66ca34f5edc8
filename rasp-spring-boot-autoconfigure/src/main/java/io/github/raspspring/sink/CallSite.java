package io.github.raspspring.sink;

import java.util.List;

/**
 * Finds the frame of the application that led to a call. Walked only when something was
 * seen.
 */
final class CallSite {

	private static final StackWalker WALKER = StackWalker.getInstance();

	private static final List<String> INFRASTRUCTURE = List.of("io.github.raspspring.sink.",
			"io.github.raspspring.carrier.", "java.", "javax.", "jakarta.", "jdk.", "sun.", "com.sun.",
			"org.springframework.", "org.hibernate.", "org.jooq.", "org.apache.", "org.mybatis.", "com.zaxxer.",
			"com.baomidou.", "reactor.", "io.micrometer.", "net.ttddyy.", "kotlin.", "org.h2.", "org.postgresql.",
			"com.mysql.", "org.mariadb.", "com.microsoft.sqlserver.", "oracle.jdbc.", "org.hsqldb.", "org.sqlite.");

	private CallSite() {
	}

	static String current() {
		return WALKER.walk((frames) -> frames.filter(CallSite::ofApplication).findFirst().map(CallSite::label))
			.orElse("unknown");
	}

	private static boolean ofApplication(StackWalker.StackFrame frame) {
		String name = frame.getClassName();
		return !name.contains("$$") && !name.contains("$Proxy")
				&& INFRASTRUCTURE.stream().noneMatch((prefix) -> name.startsWith(prefix));
	}

	private static String label(StackWalker.StackFrame frame) {
		String name = frame.getClassName();
		return name.substring(name.lastIndexOf('.') + 1) + "." + frame.getMethodName() + ":" + frame.getLineNumber();
	}

}
