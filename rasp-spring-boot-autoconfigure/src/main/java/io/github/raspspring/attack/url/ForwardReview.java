package io.github.raspspring.attack.url;

import io.github.raspspring.attack.path.PathClimb;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * One target that is about to be dispatched to: what its places are held against is read
 * once, however many there are.
 */
final class ForwardReview {

	private static final String[] PREFIXES = { "redirect:", "forward:" };

	private static final String[] SCHEMES = { "classpath:", "classpath*:", "file:", "jar:", "data:" };

	private final String text;

	private final boolean view;

	/** Index behind the path; what follows are parameters. */
	private final int pathEnd;

	/** Index behind the prefix of a view, 0 if it has none. */
	private final int prefixEnd;

	private final PathClimb climb;

	private final @Nullable InternalFolder internal;

	ForwardReview(ForwardCall call) {
		this.text = call.argument();
		this.view = call.target() == ForwardCall.Target.VIEW;
		int query = this.text.indexOf('?');
		this.pathEnd = (query >= 0) ? query : this.text.length();
		this.prefixEnd = this.view ? prefixEnd(this.text) : 0;
		this.climb = new PathClimb(this.text.substring(0, this.pathEnd), this.prefixEnd);
		this.internal = InternalFolder.of(this.text, this.prefixEnd);
	}

	/**
	 * Return the path that is dispatched to, without parameters.
	 */
	String path() {
		return this.text.substring(this.prefixEnd, this.pathEnd);
	}

	/**
	 * Judge what a place of input steers to.
	 * @param start index of the first character that is input
	 * @param end index behind the last character that is input
	 * @return what was recognized, or {@code null}
	 */
	@Nullable Rule judge(int start, int end) {
		if (start >= this.pathEnd) {
			return null;
		}
		if (this.prefixEnd > 0) {
			return (start < this.prefixEnd && end >= this.prefixEnd) ? ForwardRules.PREFIX : ofForward(start, end);
		}
		if (start == 0 && isRemote(end)) {
			return ForwardRules.REMOTE;
		}
		if (this.view && bringsExpression(start, end)) {
			return ForwardRules.EXPRESSION;
		}
		return ofPath(start, end);
	}

	/**
	 * Redirects are judged where they are sent, with all that was added to them.
	 */
	private @Nullable Rule ofForward(int start, int end) {
		return this.text.startsWith("forward:") ? ofPath(start, end) : null;
	}

	private @Nullable Rule ofPath(int start, int end) {
		int stop = Math.min(end, this.pathEnd);
		if (stop - start > 1 && (this.climb.climbsOut(start, stop) || isDetour(start, stop))) {
			return ForwardRules.TRAVERSAL;
		}
		if (this.internal != null && this.internal.liesWithin(start, stop)) {
			return ForwardRules.INTERNAL;
		}
		boolean whole = start == this.prefixEnd && stop - start > 1 && this.text.charAt(start) == '/';
		return (whole && (!this.view || this.prefixEnd > 0)) ? ForwardRules.CHOSEN : null;
	}

	/**
	 * Input that enters a folder only to leave it again hides where it leads.
	 */
	private boolean isDetour(int start, int end) {
		for (int i = start; i + 2 <= end; i++) {
			char next = (i + 2 < this.pathEnd) ? this.text.charAt(i + 2) : '/';
			if (this.text.startsWith("..", i) && i > 0 && isSlash(i - 1)
					&& (next == '/' || next == '\\' || next == ';')) {
				return true;
			}
		}
		return false;
	}

	private boolean isRemote(int end) {
		int colon = this.text.indexOf(':');
		if (colon > 1 && colon < end && isScheme(colon)) {
			char next = Ascii.at(this.text, colon + 1);
			return next == '/' || next == '\\' || hasKnownScheme();
		}
		return end > 2 && isSlash(0) && isSlash(1) && Ascii.isLetter(this.text.charAt(2)) && this.view;
	}

	private boolean isScheme(int colon) {
		for (int i = 0; i < colon; i++) {
			char c = this.text.charAt(i);
			if (!Ascii.isWord(c) && c != '+' && c != '-' && c != '.' && c != '*') {
				return false;
			}
		}
		return true;
	}

	private boolean hasKnownScheme() {
		for (String scheme : SCHEMES) {
			if (Ascii.startsWith(this.text, 0, scheme)) {
				return true;
			}
		}
		return false;
	}

	private boolean isSlash(int index) {
		return this.text.charAt(index) == '/' || this.text.charAt(index) == '\\';
	}

	/**
	 * Template engines evaluate what stands in braces behind these signs.
	 */
	private boolean bringsExpression(int start, int end) {
		for (int i = start; i < end; i++) {
			char c = this.text.charAt(i);
			if ((c == '$' || c == '#' || c == '*' || c == '@' || c == '~') && Ascii.at(this.text, i + 1) == '{') {
				return true;
			}
		}
		return false;
	}

	private static int prefixEnd(String text) {
		for (String prefix : PREFIXES) {
			if (text.startsWith(prefix)) {
				return prefix.length();
			}
		}
		return 0;
	}

}
