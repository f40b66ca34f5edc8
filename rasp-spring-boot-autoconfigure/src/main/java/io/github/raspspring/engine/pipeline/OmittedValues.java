package io.github.raspspring.engine.pipeline;

import java.util.List;
import java.util.function.Supplier;

import io.github.raspspring.engine.InputValue;

/**
 * Values of a document of which some were not made, because no detector would look at
 * them. Whoever wants to see all values of a request gets them made then.
 *
 * @param kept how many were made
 * @param characters how long the document is
 * @param all makes all of them, in the order of the document; called once at most
 */
public record OmittedValues(int kept, int characters, Supplier<List<InputValue>> all) {

}
