package io.github.raspspring.engine;

/**
 * One thing that a detector knows to recognize, with what to tell about it.
 *
 * @param id stable lower-case identifier within the detector, such as {@code tautology}
 * @param cwe the weakness it hints at, such as {@code CWE-89}
 * @param explanation one sentence that says what was seen and why it is dangerous
 * @param remedy one sentence that says what to fix in the application
 */
public record Rule(String id, String cwe, String explanation, String remedy) {

}
