package io.github.raspspring.carrier.jvm;

import java.lang.instrument.Instrumentation;

/**
 * What the agent in the loader of the JVM knows, which need not be the class that this
 * one would see.
 *
 * @param instrumentation lets classes be changed
 * @param route how the agent came to be
 * @param trouble what went wrong while it started, empty if nothing did
 */
record AgentHandle(Instrumentation instrumentation, String route, String trouble) {

	/** By name, as this is not the class that the loader of this one would find. */
	static final String AGENT = "io.github.raspspring.carrier.jvm.agent.RaspAgent";

	private static final String NONE = "the JVM was started without -javaagent and without Launcher-Agent-Class";

	/** Attaches the agent, in a process of its own. */
	static final String ATTACH_MAIN = "io.github.raspspring.carrier.jvm.agent.AttachMain";

	/**
	 * Find the agent.
	 * @throws AbsentException if there is none, which says why
	 */
	static AgentHandle find() throws AbsentException {
		try {
			Class<?> agent = Class.forName(AGENT, true, ClassLoader.getSystemClassLoader());
			if (agent.getMethod("instrumentation").invoke(null) instanceof Instrumentation instrumentation) {
				return new AgentHandle(instrumentation, String.valueOf(agent.getMethod("route").invoke(null)),
						String.valueOf(agent.getMethod("trouble").invoke(null)));
			}
			throw new AbsentException(NONE);
		}
		catch (ClassNotFoundException ex) {
			throw new AbsentException(NONE);
		}
		catch (ReflectiveOperationException | LinkageError ex) {
			throw new AbsentException(ModuleLayer.boot().findModule("java.instrument").isEmpty()
					? "the JVM has no module java.instrument" : "the agent can't be reached: " + ex, true);
		}
	}

	/**
	 * Thrown where there is no agent.
	 */
	static final class AbsentException extends Exception {

		private static final long serialVersionUID = 1L;

		private final boolean unexpected;

		AbsentException(String reason) {
			this(reason, false);
		}

		AbsentException(String reason, boolean unexpected) {
			super(reason);
			this.unexpected = unexpected;
		}

		/**
		 * Return whether there is something in the way that nobody has chosen.
		 */
		boolean isUnexpected() {
			return this.unexpected;
		}

	}

}
