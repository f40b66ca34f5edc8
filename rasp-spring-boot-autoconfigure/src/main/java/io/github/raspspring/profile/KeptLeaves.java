package io.github.raspspring.profile;

/**
 * What was kept of the values of one part of a request, by who took them, to be taken at
 * once when the very same part comes again. Holds nothing of the values themselves.
 * Immutable.
 */
public interface KeptLeaves {

}
