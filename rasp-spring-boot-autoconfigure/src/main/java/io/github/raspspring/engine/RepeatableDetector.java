package io.github.raspspring.engine;

/**
 * A {@link ValueDetector} whose findings in headers and cookies depend on the reading and
 * its place alone, and on nothing that changes while the application runs. Clients send
 * most of these with each request: where all active detectors are repeatable, a value
 * that was found clean is not judged again.
 */
public interface RepeatableDetector extends ValueDetector {

}
