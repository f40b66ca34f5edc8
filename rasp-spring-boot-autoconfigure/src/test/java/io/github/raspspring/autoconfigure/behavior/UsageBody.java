package io.github.raspspring.autoconfigure.behavior;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.document.BoundedValues;
import io.github.raspspring.document.JsonLeaves;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.OmittedValues;
import io.github.raspspring.inspect.CanonicalValueReader;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the body of a request holds.
 *
 * @param values the values that are made at once
 * @param omitted what makes the others, {@code null} if there are none
 */
record UsageBody(List<InputValue> values, @Nullable OmittedValues omitted) {

	static final UsageBody NONE = new UsageBody(List.of(), null);

	private static final CanonicalValueReader READER = new CanonicalValueReader(FamilyTraits.reader());

	/**
	 * Create a body of values whose names are at hand.
	 */
	static UsageBody of(Map<String, String> values) {
		return new UsageBody(values.entrySet()
			.stream()
			.map((value) -> new InputValue(InputLocation.JSON, value.getKey(), value.getValue()))
			.toList(), null);
	}

	/**
	 * Create a body as it is read on the way in, where no detector looks at its texts.
	 */
	static UsageBody json(String text) {
		BoundedValues values = new BoundedValues();
		assertThat(JsonLeaves.strict().scan(text.getBytes(StandardCharsets.UTF_8), READER.sieve(0), values)).isTrue();
		return new UsageBody(List.copyOf(values), values.omitted());
	}

	void arrive(InspectionPipeline pipeline, Exchange exchange) {
		if (this.omitted != null) {
			pipeline.arrived(exchange, this.values, this.omitted);
		}
		else {
			pipeline.arrived(exchange, this.values);
		}
	}

}
