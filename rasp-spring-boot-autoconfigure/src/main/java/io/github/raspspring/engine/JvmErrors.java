package io.github.raspspring.engine;

/**
 * Tells what can be survived from what ends the JVM. Code that an application brings may
 * throw anything, checked exceptions and errors of its own included: all of it is a
 * failure of that code alone, but for the errors of the machine itself.
 */
public final class JvmErrors {

	private JvmErrors() {
	}

	/**
	 * Throw on what nobody may survive. A stack that was too short is no such thing: it
	 * has been unwound.
	 * @param failure what was caught
	 */
	public static void rethrow(Throwable failure) {
		if (failure instanceof VirtualMachineError error && !(failure instanceof StackOverflowError)) {
			throw error;
		}
		if (failure instanceof InterruptedException) {
			Thread.currentThread().interrupt();
		}
	}

}
