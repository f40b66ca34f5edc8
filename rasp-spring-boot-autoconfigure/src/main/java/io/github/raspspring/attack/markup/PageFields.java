package io.github.raspspring.attack.markup;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.inspect.NestedName;
import io.github.raspspring.text.HashedWords;

/**
 * Tells by their names the fields of bodies that hold parts of a page: what editors
 * write, with whatever they put into it, and the scripts by which operators of a site
 * count its visitors. Stateless.
 */
final class PageFields {

	private static final int EDITED = 1;

	private static final int SCRIPTS = 2;

	private static final int HEAD = 3;

	/** What has a head that is one of a page. */
	private static final HashedWords PAGES = HashedWords.of("page pages site sites theme template layout");

	private static final HashedWords NAMES = HashedWords.of(
			"body content html htmlbody bodyhtml htmlcontent contenthtml htmltext richtext text description"
					+ " descriptionhtml longdescription article articlebody lesson lessoncontent chapter page pagecontent"
					+ " postcontent postbody section intro introduction teaser instructions wysiwyg markup newsletter",
			"codeinjectionhead codeinjectionfoot codeinjectionheader codeinjectionfooter headscript headscripts"
					+ " headerscript headerscripts footerscript footerscripts bodyscripts trackingscript trackingscripts"
					+ " trackingsnippet analyticscode analyticsscript analyticssnippet gtmcode gtmsnippet pixelcode"
					+ " customscript customscripts headtags headinjection extrahead thirdpartyscripts widgetcode embedhtml",
			"head");

	private PageFields() {
	}

	/**
	 * Tell whether a value is what editors write.
	 */
	static boolean areEdited(InputValue input) {
		return group(input) == EDITED;
	}

	/**
	 * Tell whether a value is made to hold scripts of other sites.
	 */
	static boolean holdScripts(InputValue input) {
		int group = group(input);
		return group == SCRIPTS || group == HEAD && PAGES.groupOf(NestedName.parent(input.name(), "_-")) != 0;
	}

	private static int group(InputValue input) {
		if (input.kind() != InputValue.Kind.VALUE) {
			return 0;
		}
		return switch (input.location()) {
			case FORM, MULTIPART, JSON, GRAPHQL, XML -> NAMES.groupOf(NestedName.lastPart(input.name(), "_-"));
			default -> 0;
		};
	}

}
