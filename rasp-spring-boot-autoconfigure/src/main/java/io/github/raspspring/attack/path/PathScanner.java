package io.github.raspspring.attack.path;

import io.github.raspspring.text.HashedWords;

/**
 * Finds the paths in a text and tells of each how far it climbs, how that is spelled and
 * which well-known file it names. One forward pass; call {@link #next()} until it returns
 * {@code false}. Not thread-safe.
 */
final class PathScanner {

	private static final int NONE = 0;

	private static final int REMOTE = 1;

	private static final int LOCAL = 2;

	private static final int LONGEST_NAME = 32;

	private static final HashedWords SCHEMES = HashedWords.of("http https ftp ws wss", "file");

	private final String text;

	private final OddSteps oddSteps;

	private final PathUnits units;

	private final PathTarget target = new PathTarget();

	private final PathPlace place;

	private int position;

	private int scheme;

	private boolean hostPending;

	private boolean rooted;

	private boolean drive;

	private int named;

	private int depth;

	private int climbs;

	private int escapes;

	private int lossyClimbs;

	private int ellipses;

	private int longDots;

	private int odd;

	private int encoded;

	private boolean nulSuffix;

	private int slashes;

	private boolean parameter;

	private boolean afterNul;

	private int dots;

	private int lossy;

	private int characters;

	private int segmentSpelling;

	PathScanner(String text) {
		this.text = text;
		this.units = new PathUnits(text);
		this.oddSteps = new OddSteps(text);
		this.place = new PathPlace(text);
	}

	/**
	 * Tell whether a text may hold a path that climbs, is oddly spelled or names a
	 * well-known file. Allocates nothing, and is over-approximate.
	 */
	static boolean mayMatter(String text) {
		return PathHints.first(text) >= 0;
	}

	/**
	 * Read the next path, and return whether there is one.
	 */
	boolean next() {
		while (this.position < this.text.length()) {
			if (readNext()) {
				return true;
			}
		}
		return false;
	}

	private boolean readNext() {
		skipWords();
		begin(this.position);
		readRun();
		return this.named > 0 || this.rooted || this.climbs > 0 || this.lossyClimbs > 0 || this.longDots > 0
				|| this.nulSuffix;
	}

	/**
	 * Read the next path that has a hint or stands near one, and return whether there is
	 * one.
	 */
	boolean nextNearHint() {
		while (skipToHint() && this.position < this.text.length()) {
			if (readNext()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Skip what has no hint, once it is known that words come first. What an escape ends
	 * is no place to skip from, as the next path begins within it.
	 * @return {@code false} if no hint follows
	 */
	private boolean skipToHint() {
		if (this.place.isBehindWord() && PathHints.isLimit(this.text, this.position)) {
			int hint = PathHints.next(this.text, this.position);
			if (hint < 0) {
				return false;
			}
			this.position = PathHints.beginning(this.text, this.position, hint);
		}
		return true;
	}

	/** Skip words that are not the whole value: only as that they may name a file. */
	private void skipWords() {
		if (this.place.isBehindWord() && this.text.charAt(this.position - 1) != '=') {
			this.position = PathUnits.endOfWords(this.text, this.position);
		}
	}

	private void begin(int index) {
		this.place.begin(index);
		this.scheme = NONE;
		this.hostPending = false;
		this.rooted = false;
		this.drive = false;
		this.nulSuffix = false;
		this.named = 0;
		this.depth = 0;
		this.climbs = 0;
		this.escapes = 0;
		this.lossyClimbs = 0;
		this.ellipses = 0;
		this.longDots = 0;
		this.odd = 0;
		this.encoded = 0;
		this.slashes = 0;
		this.target.reset();
		beginSegment();
	}

	private void beginSegment() {
		this.parameter = false;
		this.afterNul = false;
		this.dots = 0;
		this.lossy = 0;
		this.characters = 0;
		this.segmentSpelling = PathUnits.PLAIN;
		this.target.beginSegment();
	}

	private void readRun() {
		boolean more = true;
		while (more && this.position < this.text.length()) {
			int index = this.position;
			this.units.read(index);
			more = accept(index);
			this.position = this.units.next();
		}
		if (more) {
			this.place.end(this.text.length());
			endSegment(PathUnits.PLAIN);
		}
	}

	private boolean accept(int index) {
		switch (this.units.kind()) {
			case PathUnits.SLASH -> slash(index);
			case PathUnits.DOT, PathUnits.TWO_DOTS -> dot();
			case PathUnits.WILD -> wild(index);
			case PathUnits.IGNORED -> note(PathUnits.ODD);
			case PathUnits.NUL -> nul();
			case PathUnits.SEMICOLON -> semicolon();
			case PathUnits.LOSSY -> {
				if (this.characters > 0 && this.units.character() == '?') {
					return finish(index);
				}
				this.lossy++;
				this.target.append('?');
			}
			case PathUnits.COLON -> {
				return colon(index);
			}
			case PathUnits.BOUNDARY -> {
				if (this.drive && isInsideName(index)) {
					character(index);
				}
				else if (this.units.isDroppedBehind(this.dots - 2 * this.characters)) {
					note(PathUnits.ODD);
				}
				else if (!this.parameter || this.units.character() != '=') {
					return finish(index);
				}
			}
			default -> character(index);
		}
		return true;
	}

	/**
	 * Whether a blank or parenthesis is part of the name of a folder, as in
	 * {@code C:\Program Files (x86)\x}: a backslash follows before anything that is not
	 * of a name.
	 */
	private boolean isInsideName(int index) {
		int last = Math.min(index + LONGEST_NAME, this.text.length());
		for (int i = index; i < last; i++) {
			char c = this.text.charAt(i);
			if (c == '\\') {
				return i > index + 1 || this.text.charAt(index) == ')';
			}
			if (!PathPlace.isWord(c) && c != ' ' && c != '(' && c != ')' && c != '.' && c != '-') {
				return false;
			}
		}
		return false;
	}

	private boolean finish(int index) {
		this.place.end(index);
		endSegment(PathUnits.PLAIN);
		return false;
	}

	private void character(int index) {
		if (PathPlace.isWord(this.units.character())) {
			this.place.word(index);
		}
		if (!this.parameter && !this.afterNul) {
			this.characters++;
			this.target.append(this.units.character());
		}
	}

	private void dot() {
		note(this.units.spelling());
		if (!this.parameter && !this.afterNul) {
			this.dots += (this.units.kind() == PathUnits.TWO_DOTS) ? 2 : 1;
			this.target.append('.');
		}
	}

	/**
	 * A malformed escape is a slash behind two dots and a dot before them, as lenient
	 * decoders have it.
	 */
	private void wild(int index) {
		if (this.characters > 0 || this.dots + this.lossy >= 2 || this.ellipses + this.longDots > 0) {
			slash(index);
		}
		else {
			dot();
		}
	}

	private void nul() {
		if (this.characters == 0) {
			note(PathUnits.ODD);
			return;
		}
		if (!this.afterNul) {
			this.nulSuffix = this.nulSuffix || this.dots > 0 || this.named > 0 || this.rooted;
			this.target.endName(isAnchored());
		}
		this.afterNul = true;
	}

	private void semicolon() {
		if (this.characters > 0) {
			this.target.endName(isAnchored());
		}
		else if (this.dots == 2) {
			note(PathUnits.ODD);
		}
		this.parameter = true;
	}

	private void note(int spelling) {
		this.segmentSpelling = Math.max(this.segmentSpelling, spelling);
	}

	private boolean colon(int index) {
		boolean begun = this.rooted && this.scheme != LOCAL || this.climbs > 0;
		if (begun || this.named > 0 || this.characters == 0 || this.dots > 0) {
			return finish(index);
		}
		if (this.characters == 1) {
			this.drive = true;
		}
		else {
			this.scheme = SCHEMES.groupOf(this.target.segmentHash());
			if (this.scheme == NONE) {
				return finish(index);
			}
			this.hostPending = this.scheme == REMOTE;
		}
		beginSegment();
		return true;
	}

	private void slash(int index) {
		this.slashes++;
		if (index == this.place.start() || this.named == 0 && this.characters == 0 && this.dots + this.lossy == 0) {
			this.rooted = true;
		}
		endSegment(this.units.spelling());
		beginSegment();
	}

	private void endSegment(int slashSpelling) {
		if (this.characters > 0) {
			endName(slashSpelling);
			return;
		}
		int length = this.dots + this.lossy;
		if (length == 0 || this.slashes == 0 || this.named == 0 && this.hostPending) {
			return;
		}
		int spelling = Math.max(this.segmentSpelling, slashSpelling);
		if (length == 2) {
			climb(spelling);
		}
		else if (length == 3) {
			this.ellipses++;
		}
		else if (length > 3) {
			this.longDots++;
		}
		if (length <= 4) {
			this.odd += (spelling == PathUnits.ODD) ? 1 : 0;
			this.encoded += (spelling == PathUnits.ENCODED) ? 1 : 0;
		}
	}

	private void climb(int spelling) {
		if (this.lossy > 0) {
			this.lossyClimbs++;
		}
		else {
			this.climbs++;
		}
		if (this.depth > 0) {
			this.depth--;
		}
		else {
			this.escapes += (this.lossy > 0) ? 0 : 1;
		}
	}

	private void endName(int slashSpelling) {
		if (this.hostPending) {
			this.hostPending = false;
			return;
		}
		if (!this.parameter && !this.afterNul) {
			this.target.endName(isAnchored());
		}
		this.target.endSegment();
		this.named++;
		this.depth++;
		this.encoded += (slashSpelling == PathUnits.ENCODED) ? 1 : 0;
	}

	/**
	 * Whether the segment is the first name of an absolute path, or of one that climbed.
	 */
	private boolean isAnchored() {
		return this.depth == 0 && (this.rooted || this.drive || this.climbs > 0 || this.lossyClimbs > 0
				|| this.ellipses > 0 || this.longDots > 0);
	}

	/**
	 * Return where in the text the path stands.
	 */
	PathPlace place() {
		return this.place;
	}

	/** Return what steps the whole text has that get past filters. */
	OddSteps oddSteps() {
		return this.oddSteps;
	}

	/**
	 * Return whether the path starts at the root of a file system, drive or share.
	 */
	boolean isAbsolute() {
		return this.scheme != REMOTE && (this.rooted || this.drive);
	}

	/**
	 * Return whether the path belongs to a URL of another host.
	 */
	boolean isRemote() {
		return this.scheme == REMOTE;
	}

	/**
	 * Return whether the path is a {@code file:} URL.
	 */
	boolean isFileUrl() {
		return this.scheme == LOCAL && this.rooted;
	}

	/**
	 * Return whether the path starts with a drive letter.
	 */
	boolean hasDrive() {
		return this.drive;
	}

	/**
	 * Return the number of segments that go one folder up.
	 */
	int climbs() {
		return this.climbs;
	}

	/**
	 * Return how far the path leaves the folder where it starts.
	 */
	int escapes() {
		return this.escapes;
	}

	/**
	 * Return the number of segments that may have been two dots before a decoder lost
	 * them.
	 */
	int lossyClimbs() {
		return this.lossyClimbs;
	}

	/**
	 * Return the number of segments of three dots.
	 */
	int ellipses() {
		return this.ellipses;
	}

	/**
	 * Return the number of segments of four and more dots, which become two when a filter
	 * removes some.
	 */
	int longDots() {
		return this.longDots;
	}

	/**
	 * Return the number of dot segments in a spelling that no honest encoder makes.
	 */
	int odd() {
		return this.odd;
	}

	/**
	 * Return the number of segments that are percent-encoded within this reading.
	 */
	int encoded() {
		return this.encoded;
	}

	/**
	 * Return the number of slashes and backslashes.
	 */
	int slashes() {
		return this.slashes;
	}

	/**
	 * Return whether a NUL cuts off the end of a file name.
	 */
	boolean hasNulSuffix() {
		return this.nulSuffix;
	}

	/**
	 * Return the well-known file or folder that the path names.
	 */
	PathTarget target() {
		return this.target;
	}

}
