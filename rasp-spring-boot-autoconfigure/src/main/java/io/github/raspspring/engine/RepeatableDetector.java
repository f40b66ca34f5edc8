package io.github.raspspring.engine;

/**
 * A {@link ValueDetector} whose findings depend on the reading, its name and its place
 * alone, and on nothing that changes while the application runs. Clients send most
 * headers with each request, and the same words again and again: a short value that was
 * found clean is not judged again where it triggers repeatable detectors only.
 */
public interface RepeatableDetector extends ValueDetector {

}
