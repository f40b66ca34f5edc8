package io.github.raspspring.profile.learnt;

/**
 * How far a profile has come.
 */
public enum ProfileStage {

	/** Not enough is known. */
	LEARN,

	/** What would deviate is told, and nothing refused for it. */
	SHADOW,

	/** What deviates is refused, where the route is promoted and in mode block. */
	ENFORCE

}
