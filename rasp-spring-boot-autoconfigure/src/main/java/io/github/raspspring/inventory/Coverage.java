package io.github.raspspring.inventory;

/**
 * Which way the input of a handler is covered, from the best to the weakest.
 */
public enum Coverage {

	/** All that is bound is safe by type: numbers, enumerations, identifiers, dates. */
	TYPED,

	/** Texts are judged as the handler gets them: arguments, or leaves of a body. */
	BOUND,

	/** The handler makes something of its own of what it reads: judged as it arrives. */
	RAW

}
