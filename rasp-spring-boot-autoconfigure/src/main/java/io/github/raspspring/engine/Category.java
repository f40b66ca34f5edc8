package io.github.raspspring.engine;

/**
 * The kinds of threat by which findings are counted and grouped.
 */
public enum Category {

	/** Input becomes part of a query or command language: SQL, shell, LDAP, NoSQL. */
	INJECTION,

	/** Input becomes markup or script in somebody's browser. */
	CROSS_SITE_SCRIPTING,

	/** Input leaves the folder it was meant for. */
	FILE_ACCESS,

	/** Input chooses where the server connects to. */
	SERVER_SIDE_REQUEST,

	/** Input is evaluated as code, expression or template. */
	CODE_EXECUTION,

	/** Input chooses the classes that are instantiated. */
	DESERIALIZATION,

	/** The request bends the protocol. */
	PROTOCOL,

	/** The token is not what it should be. */
	TOKEN,

	/** More is used than is granted. */
	RATE_LIMIT,

	/** Many requests together are an attack that no single one shows. */
	ABUSE,

	/** A rule of the application's own business is broken. */
	BUSINESS_LOGIC

}
