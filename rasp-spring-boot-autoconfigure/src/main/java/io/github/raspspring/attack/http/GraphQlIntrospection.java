package io.github.raspspring.attack.http;

/**
 * What is done about GraphQL documents that ask for the schema. It is a policy of its
 * own: how deep such a document is says nothing, the one that all tools send is deeper
 * than most limits.
 */
public enum GraphQlIntrospection {

	/** They pass, and nothing is said. */
	ALLOW,

	/** They pass, and are reported as weak. */
	WATCH,

	/** They are refused. */
	DENY

}
