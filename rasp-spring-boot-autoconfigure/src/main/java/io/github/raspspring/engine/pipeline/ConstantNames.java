package io.github.raspspring.engine.pipeline;

import java.util.function.Predicate;

/**
 * Tells of names of which it always tells the same, so that the values which bear them
 * are remembered with a document that comes again. Holds nothing of a request.
 */
@FunctionalInterface
public interface ConstantNames extends Predicate<String> {

}
