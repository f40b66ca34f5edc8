package io.github.raspspring.attack.http;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.inspect.NestedName;
import io.github.raspspring.text.HashedWords;

/**
 * Tells by its name what a value holds: one line, such as a name, an address, a number or
 * a code, or the text of several. The last part of a name counts, or its last word.
 */
final class LineFields {

	/** What says nothing about the lines of a value. */
	static final int UNKNOWN = 0;

	/** One line that logs tell of. */
	static final int LOGGED = 1;

	/** One line that is put into headers, URLs or the head of a mail. */
	static final int WRITTEN = 2;

	/** Text that may have lines. */
	static final int TEXT = 3;

	/** One line to a log, and to others maybe the text of a query. */
	static final int ASKED = 4;

	private static final HashedWords NAMES = HashedWords.of("""
			user username userid login loginname email mail emailaddress name firstname lastname surname givenname
			familyname fullname displayname nickname phone tel telephone mobile fax city town zip zipcode postcode
			postalcode country state region code key token id uid uuid number no date time day month year birthday
			birthdate amount price quantity currency lang language locale sort order orderby page size limit offset
			keyword term type status category color colour title subject host hostname domain ip
			account accountid customerid orderid productid sku isbn iban bic vat version role group company""", """
			to from cc bcc sender recipient recipients replyto betreff fname lname charset encoding filename file
			redirect next target dest destination return returnto redirectto callback referrer url uri href etag session
			sid theme accept origin proto scheme headervalue headername authheader authorizationheader customheader
			requestheader responseheader httpheader""", """
			text body message comment comments content description details detail note notes remark remarks data html
			markdown bio signature about answer question sql log logs template""", "q query search");

	/** Lists of headers, whose members have a name and a value each. */
	private static final HashedWords OF_HEADERS = HashedWords
		.of("headers httpheaders customheaders requestheaders responseheaders extraheaders additionalheaders");

	private static final HashedWords VALUES = HashedWords.of("value key name");

	private LineFields() {
	}

	/**
	 * Tell what a value holds.
	 */
	static int of(InputValue input) {
		String name = input.name();
		int meaning = (input.kind() == InputValue.Kind.VALUE) ? of(name) : UNKNOWN;
		return (meaning == UNKNOWN && isOfHeaders(name)) ? WRITTEN : meaning;
	}

	/**
	 * Tell what the last part of a name that is no index says.
	 */
	static int of(String name) {
		long hash = HashedWords.SEED;
		long word = HashedWords.SEED;
		boolean begun = false;
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			boolean digit = c >= '0' && c <= '9';
			if (c == '/' || c == '.' || c == '[') {
				begun = true;
			}
			else if (c == '_' || c == '-') {
				word = HashedWords.SEED;
			}
			else if (c != ']' && !(begun && digit)) {
				boolean begins = c >= 'A' && c <= 'Z' && i > 0 && name.charAt(i - 1) >= 'a';
				hash = HashedWords.extend(begun ? HashedWords.SEED : hash, c);
				word = HashedWords.extend((begun || begins) ? HashedWords.SEED : word, c);
				begun = false;
			}
		}
		int whole = NAMES.groupOf(hash);
		return (whole != UNKNOWN) ? whole : NAMES.groupOf(word);
	}

	/**
	 * Tell whether a member of an object of headers is named, or a field of HTTP.
	 */
	private static boolean isOfHeaders(String name) {
		int last = name.lastIndexOf('/') + 1;
		boolean member = last > 0 && (name.startsWith("x-", last) || name.startsWith("headers/", last - 8));
		return member || VALUES.groupOf(NestedName.lastPart(name)) != 0
				&& OF_HEADERS.groupOf(NestedName.parent(name, "_-")) != 0;
	}

}
