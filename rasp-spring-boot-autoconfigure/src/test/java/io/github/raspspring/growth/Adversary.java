package io.github.raspspring.growth;

import java.util.function.IntFunction;

/**
 * Texts of any length that are made to cost as much as they can: each keeps some reader
 * looking for an end that does not come, or makes it begin again and again.
 */
enum Adversary {

	/** Literals that are ended and never are what they seem. */
	QUOTES("a' \"b\" 'c\" "),

	/** Parentheses that open only. */
	PARENTHESES("f((x,"),

	/** Conditions of SQL that a comment follows. */
	CONDITIONS("1' or 1=1 -- x\n"),

	/** Comments within comments. */
	COMMENTS("/*x--*!<!--"),

	/** Tags and attributes that nothing closes. */
	TAGS("<a on=b style='c:"),

	/** Expressions within expressions. */
	EXPRESSIONS("${a:#{T(b.c).d("),

	/** Commands that follow one another. */
	COMMANDS(";ls -a|`b`\n$(c&"),

	/** Steps up and down of a path. */
	PATHS("../a\\..;/./etc/"),

	/** Characters of a reference each. */
	REFERENCES("&#39;&amp;lt;&#x2f;"),

	/** Escapes of escapes. */
	ESCAPES("%2527\\u0027%c0%ae"),

	/** Addresses within addresses. */
	ADDRESSES("http://a@b:1//[::c]\\@"),

	/** Statements that close what they did not open. */
	STATEMENTS("select 1); "),

	/** Scripts in fences that nothing closes. */
	FENCES("```html\n<script>"),

	/** Scripts and links that a text talks about. */
	MENTIONS("`<link rel=a> <script> tag \"data:image/svg,"),

	/** Quotes behind which a script goes on. */
	LITERALS("\");+'x'];a`"),

	/** Members of documents. */
	MEMBERS("{\"$a\":[\"@type\",{\"b.C\":'"),

	/** Namespaces of inclusions in which nothing is included. */
	INCLUSIONS("<x xmlns:y='http://www.w3.org/2001/XInclude'>"),

	/** Names that go on behind each colon, of which any may end a prefix. */
	PREFIXES("xml:is(f)`"),

	/** Expressions, comments and sections within one another that nothing closes. */
	OPENINGS("{{#{<%=[[${<![CDATA[<!--"),

	/** Lines behind a wide margin, each of which may go on with a script. */
	LINES((length) -> " ".repeat(length / 2) + filled("a');\nb ", length - length / 2)),

	/** Paths behind line breaks that are written as escapes, in one word. */
	ESCAPED_LINES("/\\n/a"),

	/** Commands that are substituted within one another. */
	SUBSTITUTIONS("<(id"),

	/** Options behind many empty lines. */
	OPTIONS((length) -> "\n".repeat(length / 2) + filled(" -e a", length - length / 2)),

	/** A class of a known package whose name does not end. */
	CLASSES("com.sun.rowset.JdbcRowSetImplora"),

	/** Comments in lines that end as none does any more. */
	RETURNS("1#\r"),

	/** Addresses behind many empty lines. */
	LOADS((length) -> "\n".repeat(length / 2) + filled("http://127.0.0.1/union //a", length - length / 2));

	private final IntFunction<String> text;

	Adversary(String unit) {
		this((length) -> filled(unit, length));
	}

	Adversary(IntFunction<String> text) {
		this.text = text;
	}

	private static String filled(String unit, int length) {
		return unit.repeat(length / unit.length() + 1).substring(0, length);
	}

	String text(int length) {
		return this.text.apply(length);
	}

}
