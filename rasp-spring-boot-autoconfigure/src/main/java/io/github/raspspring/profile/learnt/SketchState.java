package io.github.raspspring.profile.learnt;

/**
 * All that a sketch knows, to be kept in a file. Not to be changed.
 *
 * @param stage how far it has come
 * @param stageSince since when, in milliseconds of the epoch
 * @param spanSince since when the present span of time lasts
 * @param observations uses, of each principal one an hour
 * @param reviewed whether somebody has written it down, so that it is not learnt
 * @param recent places of principals by feature, in this span of time
 * @param earlier places in the span before
 * @param values hashes of single values that come often
 * @param principals places of all principals
 */
record SketchState(ProfileStage stage, long stageSince, long spanSince, int observations, boolean reviewed,
		short[] recent, short[] earlier, int[] values, long[] principals) {

}
