package io.github.raspspring.event;

import java.util.HashMap;
import java.util.Map;

import io.github.raspspring.engine.Category;

/**
 * What is generally known of a weakness: its entry in the OWASP API Security Top 10, and
 * how the mended code looks. The edition of 2023 has no entry for injection, so that of
 * 2019 is named there.
 */
final class Weakness {

	/** CWE, entry, and a line of code where one line says it. */
	private static final String TABLE = """
			CWE-20 API8:2019 @Valid on the argument, and constraints such as @Size or @Pattern on its type
			CWE-22 API8:2019 Path file = base.resolve(name).normalize(); if (!file.startsWith(base)) { reject; }
			CWE-36 API8:2019 Path file = base.resolve(name).normalize(); if (!file.startsWith(base)) { reject; }
			CWE-40 API8:2019 Path file = base.resolve(name).normalize(); if (!file.startsWith(base)) { reject; }
			CWE-69 API8:2019 Path file = base.resolve(name).normalize(); if (!file.startsWith(base)) { reject; }
			CWE-78 API8:2019 new ProcessBuilder("/usr/bin/convert", "--", file).start(), never a shell
			CWE-88 API8:2019 new ProcessBuilder("/usr/bin/convert", "--", file).start(), with -- before input
			CWE-79 API8:2019 th:text="${comment}" rather than th:utext, HtmlUtils.htmlEscape(comment) elsewhere
			CWE-89 API8:2019 jdbc.sql("select * from book where title = ?").param(title)
			CWE-90 API8:2019 LdapQueryBuilder.query().where("uid").is(uid)
			CWE-94 API8:2019 compute in Java, and keep input in variables of the script
			CWE-97 API8:2019 HtmlUtils.htmlEscape(comment)
			CWE-98 API8:2019 a Map of allowed names to resources
			CWE-113 API8:2019 ContentDisposition.attachment().filename(name, UTF_8).build()
			CWE-117 API8:2019 logger.info("name {}", name.replaceAll("\\\\R", " "))
			CWE-158 API8:2019 reject names that hold a NUL
			CWE-200 API3:2023 a record for the answer with the fields that the caller may see
			CWE-284 API5:2023 @PreAuthorize("hasRole('ADMIN')")
			CWE-285 API5:2023 @PreAuthorize("hasRole('ADMIN')")
			CWE-294 API2:2023 a short exp and a jti for each token, or DPoP
			CWE-306 API2:2023 authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			CWE-307 API2:2023 rasp.rate-limit.plans.login with key [ip, subject]
			CWE-308 API2:2023 require acr or amr of the token on the route
			CWE-345 API2:2023 rasp.token.audiences and rasp.token.issuers name what is accepted
			CWE-347 API2:2023 spring.security.oauth2.resourceserver.jwt.jws-algorithms lists what is accepted
			CWE-400 API4:2023 a limit of the page, the body and the time of the call
			CWE-425 API5:2023 authorizeHttpRequests((requests) -> requests.anyRequest().denyAll())
			CWE-434 API8:2023 store uploads under names of your own, outside of what is served
			CWE-470 API8:2019 a Map of allowed names to types
			CWE-502 API8:2019 ObjectInputFilter.Config.createFilter("com.example.*;!*"), better JSON without type names
			CWE-552 API8:2023 serve a folder that holds nothing else
			CWE-601 API8:2023 redirect to a path of your own, or look the target up in a list
			CWE-611 API8:2019 factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true)
			CWE-613 API2:2023 an exp that is minutes away, and revocation at logout
			CWE-639 API1:2023 repository.findByIdAndOwner(id, authentication.getName())
			CWE-643 API8:2019 XPathVariableResolver, and $name in the expression
			CWE-770 API4:2023 rasp.rate-limit.plans, and a limit of the page size
			CWE-799 API6:2023 rasp.rate-limit.plans on the step that has a price
			CWE-841 API6:2023 check the state of the order before the next step
			CWE-862 API5:2023 @PreAuthorize("hasRole('ADMIN')")
			CWE-915 API3:2023 a record for the request with the fields that the caller may set
			CWE-917 API8:2019 SimpleEvaluationContext.forReadOnlyDataBinding().build(), with input as a variable
			CWE-918 API7:2023 look the host up in a list, and resolve it once
			CWE-943 API8:2019 Criteria.where("name").is(name), with name declared as String
			CWE-1321 API3:2023 a record for the request with the fields that the caller may set
			CWE-1336 API8:2019 a fixed template, and input as a variable of its model
			""";

	private static final Map<String, Weakness> KNOWN = read();

	private final String owasp;

	private final String hint;

	private Weakness(String owasp, String hint) {
		this.owasp = owasp;
		this.hint = hint;
	}

	static Weakness of(String cwe, Category category) {
		Weakness known = KNOWN.get(cwe);
		return (known != null) ? known : new Weakness(owasp(category), "");
	}

	/**
	 * Return the entry of the OWASP API Security Top 10, with its edition.
	 */
	String owasp() {
		return this.owasp;
	}

	/**
	 * Return how the mended code looks, empty if no line says it.
	 */
	String hint() {
		return this.hint;
	}

	private static String owasp(Category category) {
		return switch (category) {
			case INJECTION, CROSS_SITE_SCRIPTING, FILE_ACCESS, CODE_EXECUTION, DESERIALIZATION -> "API8:2019";
			case SERVER_SIDE_REQUEST -> "API7:2023";
			case PROTOCOL -> "API8:2023";
			case TOKEN -> "API2:2023";
			case RATE_LIMIT -> "API4:2023";
			case ABUSE -> "API6:2023";
			case BUSINESS_LOGIC -> "API1:2023";
		};
	}

	private static Map<String, Weakness> read() {
		Map<String, Weakness> known = new HashMap<>();
		TABLE.lines().forEach((line) -> {
			String[] parts = line.split(" ", 3);
			known.put(parts[0], new Weakness(parts[1], parts[2]));
		});
		return Map.copyOf(known);
	}

}
