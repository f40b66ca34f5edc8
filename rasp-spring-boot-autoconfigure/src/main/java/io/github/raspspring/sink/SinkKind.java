package io.github.raspspring.sink;

import io.github.raspspring.engine.Category;

/**
 * The kinds of execution that are judged. Each has the name under which policies switch
 * it, like a detector.
 */
public enum SinkKind {

	/** Text handed to a database. */
	SQL("sql-sink", Category.INJECTION),

	/** A process about to start. */
	PROCESS("process-sink", Category.INJECTION),

	/** A file about to be opened. */
	FILE("file-sink", Category.FILE_ACCESS),

	/** A connection about to be made. */
	URL("url-sink", Category.SERVER_SIDE_REQUEST),

	/** An expression, script or template about to be evaluated. */
	EXPRESSION("expression-sink", Category.CODE_EXECUTION),

	/** A filter or name handed to a directory. */
	LDAP("ldap-sink", Category.INJECTION),

	/** An XPath about to be evaluated. */
	XPATH("xpath-sink", Category.INJECTION),

	/** A filter handed to a document database. */
	NOSQL("nosql-sink", Category.INJECTION),

	/** An object about to be created from data that names its class. */
	DESERIALIZATION("deserialization-sink", Category.DESERIALIZATION),

	/** A name about to be looked up by JNDI. */
	JNDI("jndi-sink", Category.CODE_EXECUTION),

	/** Execution whose path of calls is looked at. */
	CALL_PATH("call-path-sink", Category.CODE_EXECUTION),

	/** Something outside an XML document that its parser is about to read. */
	XML("xml-sink", Category.FILE_ACCESS),

	/** A redirect about to be sent. */
	REDIRECT("redirect-sink", Category.PROTOCOL),

	/** A forward or include about to be dispatched, or a view about to be resolved. */
	FORWARD("forward-sink", Category.FILE_ACCESS),

	/** A header of a response about to be set. */
	HEADER("header-sink", Category.PROTOCOL);

	private final String source;

	private final Category category;

	SinkKind(String source, Category category) {
		this.source = source;
		this.category = category;
	}

	/**
	 * Return the name under which findings are reported and modes are configured.
	 * @return lower case, words joined by hyphens
	 */
	public String source() {
		return this.source;
	}

	/**
	 * Return the kind of threat that this sink is open to.
	 * @return the category of its findings
	 */
	public Category category() {
		return this.category;
	}

}
