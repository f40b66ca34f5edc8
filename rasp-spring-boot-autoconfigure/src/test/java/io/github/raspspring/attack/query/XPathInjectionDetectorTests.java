package io.github.raspspring.attack.query;

/**
 * Tests for {@link XPathInjectionDetector}.
 */
class XPathInjectionDetectorTests extends QueryDetectorContract {

	XPathInjectionDetectorTests() {
		super(new XPathInjectionDetector(), "(", "'", "\"'", "' or ", "' or \"", "a", "a(", "count(", "]", "']", "::",
				"a::", "\uD800", "\0");
	}

}
