package io.github.raspspring.carrier.jvm;

/**
 * A method that is hooked, and what of its call is handed over.
 *
 * @param type name of the class, as {@link Class#getName()} returns it
 * @param method name of the method, {@code <init>} for a constructor
 * @param parameters descriptors of the parameters one after the other, as the JVM writes
 * them; a start followed by {@code *} stands for all methods that begin so
 * @param first number of the parameter handed over first, counted from one; zero for the
 * object that the method is called on, -1 for nothing
 * @param second number of the parameter handed over second, as before
 */
public record HookPoint(String type, String method, String parameters, int first, int second) {

	/** Stands for the object that a method is called on. */
	public static final int SELF = 0;

	/** Stands for nothing. */
	public static final int NONE = -1;

	/**
	 * Describe a method of which one thing is handed over.
	 * @param type name of the class
	 * @param method name of the method
	 * @param parameters descriptors of the parameters
	 * @param first what is handed over
	 * @return the point
	 */
	public static HookPoint of(String type, String method, String parameters, int first) {
		return new HookPoint(type, method, parameters, first, NONE);
	}

	/**
	 * Return whether a method of the class is meant.
	 * @param name its name
	 * @param descriptor its descriptor
	 */
	boolean matches(String name, String descriptor) {
		if (!name.equals(this.method)) {
			return false;
		}
		int length = this.parameters.length();
		return this.parameters.endsWith("*") ? descriptor.startsWith("(" + this.parameters.substring(0, length - 1))
				: descriptor.startsWith("(" + this.parameters + ")");
	}

}
