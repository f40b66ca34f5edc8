package io.github.raspspring.attack.query;

import io.github.raspspring.text.HashedWords;

/**
 * The words of XPath, by what they do.
 */
final class XPathWords {

	/** Functions: of nodes and values, of conditions only, and those that fetch. */
	static final HashedWords FUNCTIONS = HashedWords.of(
			"count string-length name local-name namespace-uri substring string sum boolean normalize-space"
					+ " starts-with contains concat translate not number exists data base-uri",
			"position last true false current matches ends-with string-join upper-case lower-case tokenize"
					+ " substring-before substring-after function-available deep-equal system-property"
					+ " environment-variable unparsed-entity-uri",
			"doc document unparsed-text doc-available collection");

	static final HashedWords AXES = HashedWords.of("ancestor ancestor-or-self attribute child descendant"
			+ " descendant-or-self following following-sibling parent preceding preceding-sibling self namespace");

	/** What joins conditions. */
	static final HashedWords CONDITIONS = HashedWords.of("or and");

	/** What combines what was selected. */
	static final HashedWords COMBINATIONS = HashedWords.of("union intersect except");

	/** Kinds of nodes, tested for as a call. */
	static final HashedWords NODES = HashedWords.of("node text comment processing-instruction");

	private XPathWords() {
	}

}
