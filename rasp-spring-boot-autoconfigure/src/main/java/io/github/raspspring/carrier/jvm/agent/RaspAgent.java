package io.github.raspspring.carrier.jvm.agent;

import java.lang.instrument.Instrumentation;

import org.jspecify.annotations.Nullable;

/**
 * The agent: keeps what the JVM hands over until the application is there and asks for
 * it, and does nothing else. So it needs no other class, can be copied to the root of an
 * executable jar, and costs nothing where the product is not used. The JVM calls static
 * methods, which is why the state is static.
 */
public final class RaspAgent {

	private static volatile @Nullable Instrumentation instrumentation;

	private static volatile String route = "";

	private static volatile String trouble = "";

	private RaspAgent() {
	}

	/**
	 * Called by the JVM for {@code -javaagent}, before the application starts.
	 * @param arguments what stands behind the jar on the command line, of no meaning
	 * @param given lets classes be changed
	 */
	public static void premain(@Nullable String arguments, Instrumentation given) {
		keep(given, "-javaagent");
		trouble = AgentPath.hide(given);
	}

	/**
	 * Called by the JVM for {@code Launcher-Agent-Class} and where an agent is attached.
	 * @param arguments {@code self-attach} if the application attached itself
	 * @param given lets classes be changed
	 */
	public static void agentmain(@Nullable String arguments, Instrumentation given) {
		if (instrumentation == null) {
			keep(given, (arguments == null || arguments.isEmpty()) ? "Launcher-Agent-Class" : arguments);
		}
	}

	/**
	 * Return what the JVM handed over.
	 * @return lets classes be changed, {@code null} if there is no agent
	 */
	public static @Nullable Instrumentation instrumentation() {
		return instrumentation;
	}

	/**
	 * Return how the agent came to be.
	 * @return the name of the route, empty if there is no agent
	 */
	public static String route() {
		return route;
	}

	/**
	 * Return what went wrong while the agent started.
	 * @return a sentence, empty if nothing did
	 */
	public static String trouble() {
		return trouble;
	}

	private static void keep(Instrumentation given, String way) {
		instrumentation = given;
		route = way;
	}

}
