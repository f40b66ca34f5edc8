package io.github.raspspring.engine.pipeline;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.raspspring.engine.InputValue;
import org.jspecify.annotations.Nullable;

/**
 * Values of a document of which some were not made, because no detector would look at
 * them. Whoever wants to see all values of a request gets them made then.
 *
 * @param kept how many were made
 * @param characters how long the document is
 * @param all makes all of them, in the order of the document; called once at most by a
 * request
 * @param named makes those at least whose own name, or that of their list, is one of
 * some, in the same order
 * @param tape the tokens of the document, {@code null} where they are not known
 * @param walked what was found in the texts of those that were made
 */
public record OmittedValues(int kept, int characters, Supplier<List<InputValue>> all,
		Function<Predicate<String>, List<InputValue>> named, @Nullable JsonTape tape, WalkedTexts walked) {

	/**
	 * Describe values that are made all together only.
	 * @param kept how many were made
	 * @param characters how long the document is
	 * @param all makes all of them
	 * @param walked what was found in the texts of those that were made
	 * @return the description
	 */
	public static OmittedValues together(int kept, int characters, Supplier<List<InputValue>> all, WalkedTexts walked) {
		return new OmittedValues(kept, characters, all, (names) -> all.get(), null, walked);
	}

	/**
	 * Return the same of a document that comes again.
	 * @param kept the values that are made each time, which nobody changes
	 * @return the description, to be read by any thread
	 */
	public OmittedValues of(List<InputValue> kept) {
		return new OmittedValues(this.kept, this.characters, this.all, this.named, this.tape, this.walked.of(kept));
	}

}
