package io.github.raspspring.engine;

/**
 * A {@link ValueDetector} whose findings depend on the reading, its name and its place
 * alone, and on nothing that changes while the application runs. Clients send most
 * headers with each request, the same words again and again, and whole documents of which
 * one field was changed: a value that triggers repeatable detectors only, and in which
 * they find nothing or weak signs, is not judged again when it comes again, and the signs
 * are told again. A detector to which more matters now and then says so by
 * {@link Findings#onlyForThisRequest()}.
 */
public interface RepeatableDetector extends ValueDetector {

}
