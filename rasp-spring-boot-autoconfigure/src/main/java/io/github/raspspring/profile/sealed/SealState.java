package io.github.raspspring.profile.sealed;

/**
 * What a value that claims to be issued by the server turns out to be.
 */
public enum SealState {

	/** Issued under this name for this subject, and not expired. */
	INTACT,

	/** Issued under this name for this subject, too long ago. */
	EXPIRED,

	/** Not signed at all, changed, of another name or of another subject. */
	FORGED

}
