package io.github.raspspring.attack;

import java.util.ArrayList;
import java.util.List;

/**
 * The classes of attack that own texts and development lists speak of.
 */
enum AttackClass {

	SQL("sql-injection", "sqli"),

	SCRIPT("cross-site-scripting", "xss"),

	PATH("path-traversal", "lfi"),

	COMMAND("command-injection", "rce"),

	EXPRESSION("expression-injection", "ssti"),

	LOOKUP("jndi-injection", ""),

	REQUEST_FORGERY("ssrf", ""),

	NOSQL("nosql-injection", "nosql"),

	LDAP("ldap-injection", "ldap"),

	XPATH("xpath-injection", ""),

	XML_ENTITY("xml-external-entity", "xxe"),

	OBJECT("deserialization", ""),

	HEADER("header-injection", ""),

	INCLUDE("server-side-include", "");

	private final String folder;

	private final String kind;

	AttackClass(String folder, String kind) {
		this.folder = folder;
		this.kind = kind;
	}

	List<String> ownAttacks() {
		return Corpus.read(this.folder + "/attacks.txt");
	}

	List<String> ownBenign() {
		return Corpus.read(this.folder + "/benign.txt");
	}

	/**
	 * Return own attacks and, where the lists are present, those of the development
	 * lists.
	 */
	List<String> attacks() {
		List<String> attacks = new ArrayList<>(ownAttacks());
		if (!this.kind.isEmpty() && DevelopmentLists.present()) {
			attacks.addAll(DevelopmentLists.attacks(this.kind));
		}
		return attacks;
	}

}
