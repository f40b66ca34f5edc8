package io.github.raspspring.attack.markup;

import io.github.raspspring.text.HashedWords;

/**
 * Elements, attributes and functions by which markup makes a browser act.
 */
final class MarkupVocabulary {

	/** The element acts by itself. */
	static final int ACTIVE = 1;

	/** The element acts with the attribute of the same number below. */
	static final int OBJECT = 2;

	static final int BASE = 3;

	static final int LINK = 4;

	static final int META = 5;

	static final int FRAME = 6;

	static final int STYLE = 7;

	static final int IMPORT = 8;

	static final int HANDLER = 9;

	static final int ISLAND = 12;

	/** The element ends another one in which markup is text. */
	static final int RAW_TEXT = 10;

	/** The element runs its content. */
	static final int SCRIPT = 11;

	/** The attribute takes markup or a script in any element. */
	static final int ACTING = 20;

	/** The attribute takes a style. */
	static final int STYLED = 21;

	/** The attribute says where a button sends a form. */
	static final int BUTTON = 30;

	/** The attribute says where a form is sent. */
	static final int FORM = 31;

	/** The attribute says what a form asks for. */
	static final int FIELD = 32;

	static final HashedWords ELEMENTS = HashedWords.builder()
		.add(ACTIVE, "iframe embed frameset applet bgsound layer ilayer isindex vmlframe portal fencedframe xss")
		.add(SCRIPT, "script svg:script html:script")
		.add(OBJECT, "object")
		.add(BASE, "base")
		.add(LINK, "link")
		.add(META, "meta")
		.add(FRAME, "frame")
		.add(STYLE, "style")
		.add(IMPORT, "import ?import")
		.add(HANDLER, "handler")
		.add(ISLAND, "xml")
		.add(RAW_TEXT, "title textarea noscript xmp noembed noframes plaintext template")
		.build();

	static final HashedWords ATTRIBUTES = HashedWords.builder()
		.add(ACTING, "srcdoc attributename datasrc datafld contentscripttype ev:handler")
		.add(STYLED, "style")
		.add(OBJECT, "data classid codebase")
		.add(BASE, "href")
		.add(LINK, "rel")
		.add(META, "http-equiv")
		.add(FRAME, "src")
		.add(IMPORT, "implementation")
		.add(HANDLER, "ev:event event xmlns:ev")
		.add(ISLAND, "id")
		.add(BUTTON, "formaction")
		.add(FORM, "action")
		.add(FIELD, "type name")
		.build();

	/** Words that begin like the handler of an event. */
	static final HashedWords NO_EVENTS = HashedWords.builder()
		.add(1, """
				only once online onto ontology ontologies onboarding onboard onsite ongoing onward onwards onset oncall
				onhand onedrive onhold ones oneself oneof onetime oneway onlyif onprem onpremise onus onion onions ontop""")
		.build();

	/** Starts of the names of events, without {@code on}, by three letters. */
	static final HashedWords EVENT_STARTS = HashedWords.builder()
		.add(1, """
				abo act aft ani aut aux bac bef beg beo blu bou can cha cli clo com con cop cue cut dat dbl dra dro dur emp end
				err fin foc for ful get gla got has hel hov inp inv key lay loa los mar med mes mou mov onl off ori pag pas
				pau pla poi pop pro rat rea rec red rej rep res rev row scr sea see sel set sho sta sto sto sub sus swi syn
				tim tog tou tra und unh unl url vis vol wai web whe fil loc scr sec sla""")
		.build();

	/** Functions that scripts of attackers call first. */
	static final HashedWords SINKS = HashedWords.builder()
		.add(1, "alert confirm prompt eval settimeout setinterval")
		.add(2, "document window location")
		.add(3, "import fetch getscript")
		.build();

	/** Names of windows, of which functions are called. */
	static final HashedWords WINDOWS = HashedWords.of("top parent self window frames opener globalthis");

	/** Words that a statement of a script begins with. */
	static final HashedWords STATEMENTS = HashedWords
		.of("throw await var let const with if for while do try new delete typeof void return"
				+ " function class async import export yield switch debugger");

	/** Attributes of a script that have no value. */
	static final HashedWords SWITCHES = HashedWords.of("async defer nomodule src type language charset crossorigin");

	/** Words that follow a tag that is talked about. */
	static final HashedWords MENTIONS = HashedWords.of("tag tags element elements block blocks");

	private MarkupVocabulary() {
	}

}
