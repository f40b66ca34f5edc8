package io.github.raspspring.sink;

/**
 * Something that is about to be executed. Immutable for the time of the check.
 */
public interface SinkCall {

	/**
	 * Return what kind of execution it is.
	 * @return the kind, which selects the judge
	 */
	SinkKind kind();

	/**
	 * Return what is called.
	 * @return a short name such as {@code Statement.executeQuery}
	 */
	String operation();

	/**
	 * Return what is about to run, as one text.
	 * @return the statement, command line, path or URL
	 */
	String argument();

}
