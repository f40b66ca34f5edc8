package io.github.raspspring.attack.query;

/**
 * Tests for {@link LdapInjectionDetector}.
 */
class LdapInjectionDetectorTests extends QueryDetectorContract {

	LdapInjectionDetectorTests() {
		super(new LdapInjectionDetector(), "(", ")", ")(", "(|", "(|(", "(a=", ")(a", "*(", "!", ") ", "\0", "\uD800",
				"))(");
	}

}
