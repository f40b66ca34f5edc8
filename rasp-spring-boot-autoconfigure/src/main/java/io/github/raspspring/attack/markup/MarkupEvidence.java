package io.github.raspspring.attack.markup;

import io.github.raspspring.attack.markup.HtmlLexer.Kind;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.Hit;
import io.github.raspspring.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the markup of one text, whatever the place in a page it may end up in.
 */
final class MarkupEvidence {

	private static final int LONGEST_EVENT = 40;

	private final String text;

	private final HtmlLexer lexer;

	private final ScriptEvidence script;

	private final Surroundings around;

	private final PrefixedElement prefixed;

	private final int firstWord;

	private @Nullable Hit strongest;

	private int element;

	/** Where the name of the last element ends. */
	private int behindTag;

	private boolean style;

	/** Whether a script is open that holds data, or is harmless by other means. */
	private boolean data;

	/** Whether the text has the mark by which Markdown shows code. */
	private final boolean shows;

	/** Whether editors write it, who put pages of others into it. */
	private final boolean edited;

	private @Nullable Boolean amongText;

	private boolean sentAway;

	private MarkupEvidence(String text, boolean edited) {
		this.text = text;
		this.edited = edited;
		this.shows = text.indexOf('`') >= 0;
		this.lexer = new HtmlLexer(text);
		this.script = new ScriptEvidence(text);
		this.around = new Surroundings(text);
		this.prefixed = new PrefixedElement(text);
		this.firstWord = firstWord(text);
	}

	/**
	 * Find the strongest evidence of a text.
	 * @param view a reading of a value
	 * @return a hit, or {@code null}
	 */
	static @Nullable Hit strongestIn(ValueView view) {
		String text = view.text();
		return (MarkupGate.mayMatter(text, view.traits()) && mayAct(text))
				? new MarkupEvidence(text, PageFields.areEdited(view.input())).weigh() : null;
	}

	static @Nullable Hit weighed(String text) {
		return new MarkupEvidence(text, false).weigh();
	}

	/**
	 * Tell cheaply whether there can be any evidence.
	 */
	private static boolean mayAct(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			char next = Ascii.at(text, i + 1);
			boolean may = switch (c) {
				case '\'', '"' -> LeftLiteral.goesOnBehind(text, i);
				case '<' -> next != ' ' && next != '=' && !Ascii.isDigit(next) && next != '\0';
				case ':' -> isEndOfScheme(text, i);
				case '&' -> next == '#';
				case '`' -> ScriptEvidence.isSink(text, i) || LeftLiteral.goesOnBehind(text, i);
				case '(', '.', '[', ')' -> ScriptEvidence.isSink(text, i);
				case 'o', 'O' -> Ascii.fold(next) == 'n' && isAttribute(text, i);
				case 'x', 'X' -> Ascii.startsWith(text, i, "xpression");
				default -> false;
			};
			if (may) {
				return true;
			}
		}
		return false;
	}

	private static boolean isAttribute(String text, int start) {
		int i = start;
		while (i < text.length() && i - start < LONGEST_EVENT && Ascii.isWord(text.charAt(i))) {
			i++;
		}
		while (i < text.length() && i - start < 2 * LONGEST_EVENT && text.charAt(i) <= ' ') {
			i++;
		}
		return Ascii.at(text, i) == '=' && !Ascii.isLetter(Ascii.at(text, start - 1));
	}

	private static boolean isEndOfScheme(String text, int colon) {
		char last = Ascii.fold(Ascii.at(text, colon - 1));
		return last == 't' || last == 'a' || last < ' ';
	}

	private @Nullable Hit weigh() {
		Kind kind = this.lexer.next();
		while (kind != Kind.END && (this.strongest == null || this.strongest.points() < Hit.CERTAIN)) {
			accept(kind);
			kind = this.lexer.next();
		}
		this.strongest = Hit.stronger(this.strongest, this.script.strongest());
		return this.strongest;
	}

	private void accept(Kind kind) {
		switch (kind) {
			case TAG -> tag();
			case CLOSING_TAG -> closingTag();
			case ATTRIBUTE -> attribute();
			default -> {
			}
		}
		int i = this.lexer.start();
		while (i < this.lexer.end()) {
			character(i, this.text.charAt(i));
			i = InertMarkup.end(this.text, i + 1, this.style);
		}
		this.lexer.skipTo(i);
	}

	private void hit(Rule rule, int points, int end) {
		if (isStronger(points)) {
			this.strongest = Hit.stronger(this.strongest, Hit.of(rule, points, this.lexer.start(), end));
		}
	}

	private boolean isStronger(int points) {
		return this.strongest == null || points > this.strongest.points();
	}

	private void tag() {
		this.element = MarkupVocabulary.ELEMENTS.groupOf(this.lexer.hash());
		if (this.element == 0) {
			this.element = this.prefixed.groupOf(this.lexer.start(), this.lexer.end());
		}
		this.behindTag = this.lexer.end();
		this.style |= this.element == MarkupVocabulary.STYLE;
		boolean acts = this.element == MarkupVocabulary.ACTIVE || this.element == MarkupVocabulary.SCRIPT;
		this.data = this.element == MarkupVocabulary.SCRIPT && isHarmlessScript();
		if (acts && !this.data && !TypeParameter.is(this.text, this.lexer.start(), this.lexer.end()) && !isHarmless()) {
			hit(CrossSiteScriptingDetector.ACTIVE_ELEMENT, isPageAmongText() ? Hit.STRONG - 1 : 6, this.lexer.end());
		}
	}

	private boolean isPageAmongText() {
		if (!this.edited || !EmbeddedPlayer.isOfAnySite(this.text, this.lexer.start(), this.lexer.end())) {
			return false;
		}
		this.amongText = (this.amongText != null) ? this.amongText : FramedPage.isAmongText(this.text);
		return this.amongText;
	}

	private boolean isHarmlessScript() {
		int start = this.lexer.start();
		int end = this.lexer.end();
		return DataBlock.is(this.text, end) || EmbeddedPlayer.is(this.text, start, end)
				|| this.shows && ShownTag.isScriptInFence(this.text, this.around, start, end);
	}

	private boolean isHarmless() {
		int start = this.lexer.start();
		int end = this.lexer.end();
		boolean script = this.element == MarkupVocabulary.SCRIPT;
		return MentionedTag.is(this.text, this.around, start, end, script)
				|| !script && (EmbeddedPlayer.is(this.text, start, end)
						|| this.shows && ShownTag.isPlain(this.text, this.around, start, end));
	}

	private void closingTag() {
		this.element = MarkupVocabulary.ELEMENTS.groupOf(this.lexer.hash());
		int points = switch (this.element) {
			case MarkupVocabulary.SCRIPT -> this.data ? 0 : 5;
			case MarkupVocabulary.RAW_TEXT, MarkupVocabulary.STYLE -> isFollowedByTag() ? 3 : 0;
			default -> 0;
		};
		this.data &= this.element != MarkupVocabulary.SCRIPT;
		hit(CrossSiteScriptingDetector.ACTIVE_ELEMENT, points, this.lexer.end());
	}

	private boolean isFollowedByTag() {
		int behind = Ascii.skipSpace(this.text, this.lexer.end());
		return Ascii.at(this.text, behind) == '>' && Ascii.at(this.text, behind + 1) == '<';
	}

	private void attribute() {
		int start = this.lexer.start();
		if (Ascii.startsWith(this.text, start, "on")) {
			event(start);
		}
		else if (this.lexer.isInTag() && Directive.isAt(this.text, start)) {
			directive();
		}
		int meaning = MarkupVocabulary.ATTRIBUTES.groupOf(this.lexer.hash());
		if (meaning == MarkupVocabulary.STYLED) {
			this.style = true;
		}
		else if (this.lexer.isInTag() && (meaning == MarkupVocabulary.ACTING
				|| meaning != 0 && meaning == this.element && isStronger(5) && !isOfHead())) {
			hit(CrossSiteScriptingDetector.ACTIVE_ELEMENT, 5, this.lexer.valueStart());
		}
		else if (meaning >= MarkupVocabulary.BUTTON && this.lexer.isInTag()) {
			form(meaning);
		}
	}

	/**
	 * Return whether a tag tells of the page, and neither loads something into it nor
	 * leads elsewhere.
	 */
	private boolean isOfHead() {
		return switch (this.element) {
			case MarkupVocabulary.META -> PageHead.isMeta(this.text, this.behindTag);
			case MarkupVocabulary.LINK -> isLinkShown() || PageHead.isLink(this.text, this.behindTag);
			default -> false;
		};
	}

	private boolean isLinkShown() {
		int tag = this.shows ? this.text.lastIndexOf('<', this.lexer.start()) : -1;
		return tag >= 0 && ShownTag.isPlain(this.text, this.around, tag, tag + "<link".length());
	}

	private void directive() {
		int value = this.lexer.valueStart();
		int points = Directive.reachesOut(this.text, value) ? Hit.STRONG : 0;
		hit(CrossSiteScriptingDetector.EVENT_HANDLER, points, value);
	}

	/**
	 * Weigh attributes by which a form sends what its reader enters to another host: a
	 * button that does so, or a form that asks for a password.
	 */
	private void form(int meaning) {
		int value = this.lexer.valueStart();
		boolean away = FormTarget.isElsewhere(this.text, value);
		this.sentAway |= meaning == MarkupVocabulary.FORM && away;
		boolean asked = meaning == MarkupVocabulary.FIELD && this.sentAway && FormTarget.isPassword(this.text, value);
		boolean button = meaning == MarkupVocabulary.BUTTON && away;
		hit(CrossSiteScriptingDetector.ACTIVE_ELEMENT, (button || asked) ? Hit.STRONG : 0, value);
	}

	private void event(int start) {
		int length = this.lexer.end() - start;
		if (length < 5 || MarkupVocabulary.NO_EVENTS.groupOf(this.lexer.hash()) != 0) {
			return;
		}
		int value = this.lexer.valueStart();
		if (HandlerValue.isJsxHandler(this.text, value)) {
			return;
		}
		boolean runs = HandlerValue.calls(this.text, value);
		if (this.lexer.isInTag()) {
			boolean shown = this.shows && ShownTag.isHandlerInSpan(this.text, start, value);
			hit(CrossSiteScriptingDetector.EVENT_HANDLER, shown ? Hit.WEAK : runs ? 7 : 5, value);
			return;
		}
		boolean known = MarkupVocabulary.EVENT_STARTS.groupOf(this.text, start + 2, start + 5) != 0;
		boolean brokenOut = BrokenAttribute.endsBefore(this.text, start);
		runs |= brokenOut && HandlerValue.assigns(this.text, value);
		if (!brokenOut && HandlerValue.callsHarmless(this.text, value)) {
			return;
		}
		hit(CrossSiteScriptingDetector.EVENT_HANDLER, (known ? 2 : 0) + (runs ? 3 : 0) + (brokenOut ? 2 : 0), value);
	}

	private void character(int i, char c) {
		this.script.accept(i, c);
		if (ScriptUrl.mayStart(c)) {
			url(i);
		}
		if (c == '&' && Ascii.at(this.text, i + 1) == '{' && mayBeEntity(i)) {
			hit(CrossSiteScriptingDetector.EVENT_HANDLER, 5, i + 2);
		}
		else if (this.style || c == ':') {
			style(i, c);
		}
	}

	private boolean mayBeEntity(int i) {
		return this.lexer.isInTag() || Ascii.at(this.text, i - 1) == '=';
	}

	private void url(int i) {
		char previous = Ascii.at(this.text, i - 1);
		if (Ascii.isWord(previous) || previous == '-' || previous == '.') {
			return;
		}
		int data = ScriptUrl.behindActiveData(this.text, i);
		int behind = (data >= 0) ? data : ScriptUrl.behindScheme(this.text, i);
		if (behind < 0 || !isStronger(6)) {
			return;
		}
		boolean starts = i <= this.firstWord;
		boolean used = this.lexer.isInTag() || starts || previous == '"' || previous == '\'' || previous == '='
				|| previous == '(' || previous == ':' || isReference(i);
		boolean runs = (data >= 0) ? !DrawnImage.is(this.text, i, data) : UrlScript.follows(this.text, behind);
		hit(CrossSiteScriptingDetector.SCRIPT_URL, (used && runs) ? 6 : 0, behind);
	}

	/**
	 * Return whether a URL is what a reference of Markdown stands for.
	 */
	private boolean isReference(int i) {
		return Ascii.at(this.text, i - 1) == ' ' && Ascii.at(this.text, i - 2) == ':'
				&& Ascii.at(this.text, i - 3) == ']';
	}

	private static int firstWord(String text) {
		int i = 0;
		while (i < text.length() && !Ascii.isWord(text.charAt(i))) {
			i++;
		}
		return i;
	}

	/**
	 * Return whether an ASCII letter of a style is written as a number, in the long form
	 * that nobody needs.
	 */
	private boolean isEscapedLetter(int i) {
		return Ascii.at(this.text, i + 1) == '0' && Ascii.at(this.text, i + 2) == '0'
				&& Character.digit(Ascii.at(this.text, i + 3), 16) >= 0
				&& Character.digit(Ascii.at(this.text, i + 4), 16) >= 0;
	}

	/**
	 * Return whether a style has a behavior, and not that by which each mail of Outlook
	 * has shapes drawn: it is one of the browser's own, and no more.
	 */
	private boolean isBehavior(int i) {
		return (StyleWord.isAt(this.text, i, "behavior:") || StyleWord.isAt(this.text, i, "behaviour:"))
				&& !this.text.startsWith("behavior:url(#default#VML);", i);
	}

	private void style(int i, char c) {
		boolean acts = switch (Ascii.fold(c)) {
			case 'e' -> StyleWord.isAt(this.text, i, "expression(");
			case 'b' -> isBehavior(i) || StyleWord.isAt(this.text, i, "binding:");
			case '@' -> StyleWord.isAt(this.text, i, "@import");
			case '\\' -> isEscapedLetter(i);
			case ':' -> StyleWord.isAt(this.text, i, ":expression(");
			default -> false;
		};
		if (acts) {
			hit(CrossSiteScriptingDetector.ACTIVE_STYLE, 5, i + 8);
		}
	}

}
