package io.github.raspspring.profile.declared;

import java.lang.ref.WeakReference;

import io.github.raspspring.engine.pipeline.JsonTape;
import io.github.raspspring.engine.pipeline.RecentHashes;
import io.github.raspspring.profile.KeptLeaves;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that come again and again, and whether anything is to be found in them: told by
 * their tapes, which are the same as long as somebody knows the bodies byte by byte.
 * Neither the body nor anything of its texts is kept. Thread-safe: what threads lose of
 * each other is found again.
 */
final class KnownReadings {

	/** A power of two. */
	private static final int PLACES = 128;

	/** One of so many takes the place of one that is in use. */
	private static final int SELDOM = 16;

	private final RecentHashes recent = new RecentHashes();

	/** None ever changes, so that nobody needs a barrier to see all of it. */
	private final @Nullable Known[] known = new Known[PLACES];

	private int others;

	/**
	 * Find a body.
	 * @param body what is declared of it
	 * @return {@code null} if it is not known, or compared with something else
	 */
	@Nullable Known find(JsonTape tape, DeclaredBody body) {
		Known known = this.known[System.identityHashCode(tape) & PLACES - 1];
		return (known != null && known.body == body && known.tape.refersTo(tape)) ? known : null;
	}

	/**
	 * Return whether a body is to be kept, as its tape has come before.
	 */
	boolean isWorthKeeping(JsonTape tape) {
		int hash = System.identityHashCode(tape);
		if (!this.recent.hasSeen(hash)) {
			return false;
		}
		Known other = this.known[hash & PLACES - 1];
		return other == null || other.tape.refersTo(null) || ++this.others % SELDOM == 0;
	}

	/**
	 * Keep a body that is worth it.
	 * @param leaves what was kept of its values, {@code null} if it is to be read each
	 * time
	 */
	void add(JsonTape tape, DeclaredBody body, @Nullable KeptLeaves leaves) {
		this.known[System.identityHashCode(tape) & PLACES - 1] = new Known(new WeakReference<>(tape), body, leaves);
	}

	/**
	 * A body that came before.
	 *
	 * @param tape its tokens
	 * @param body what is declared of it
	 * @param leaves what was kept of its values, {@code null} if something was found in
	 * it, or is to be asked anew each time
	 */
	record Known(WeakReference<JsonTape> tape, DeclaredBody body, @Nullable KeptLeaves leaves) {

	}

}
