package io.github.raspspring.client;

/**
 * What a list names.
 */
public enum ListedKind {

	/** Addresses and networks in CIDR notation. */
	NETWORK,

	/** Products that the {@code User-Agent} header names, such as {@code sqlmap}. */
	AGENT,

	/** Names of verified subjects. */
	SUBJECT

}
