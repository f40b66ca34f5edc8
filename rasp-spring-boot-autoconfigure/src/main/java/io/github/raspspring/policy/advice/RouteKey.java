package io.github.raspspring.policy.advice;

/**
 * A route by the method and the pattern of its handler, of which an application has so
 * many.
 *
 * @param method the HTTP method
 * @param template the pattern
 */
record RouteKey(String method, String template) {

}
