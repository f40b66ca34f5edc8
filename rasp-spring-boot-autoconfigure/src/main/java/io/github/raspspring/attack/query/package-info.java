/**
 * Injection into filters of LDAP (CWE-90), XPath (CWE-643) and document databases
 * (CWE-943), recognized in values and judged before a search. Imports inspect, sink,
 * text, the engine and the JDK. Start with
 * {@link io.github.raspspring.attack.query.LdapInjectionDetector},
 * {@link io.github.raspspring.attack.query.NoSqlInjectionDetector} and
 * {@link io.github.raspspring.attack.query.XPathInjectionDetector}.
 */
@NullMarked
package io.github.raspspring.attack.query;

import org.jspecify.annotations.NullMarked;
