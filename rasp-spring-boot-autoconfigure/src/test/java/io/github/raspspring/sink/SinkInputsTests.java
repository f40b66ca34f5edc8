package io.github.raspspring.sink;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SinkInputs}.
 */
class SinkInputsTests {

	private final AtomicInteger reads = new AtomicInteger();

	private final SinkInputs inputs = new SinkRequests(EnforcementMode.BLOCK).inputs(counting(),
			new InputValue(InputLocation.QUERY, "q", "a%20b"), new InputValue(InputLocation.QUERY, "r", "plain"));

	@Test
	void ofWhenNoJudgeAsksForInputsThenReadsNone() {
		assertThat(this.inputs.route()).isEqualTo("/test");
		assertThat(this.inputs.inspection().values()).hasSize(2);
		assertThat(this.reads).hasValue(0);
	}

	@Test
	void sizeWhenAskedAgainThenReadsEachValueOnce() {
		int size = this.inputs.size();
		int read = this.reads.get();
		assertThat(read).isPositive();
		assertThat(this.inputs.size()).isEqualTo(size);
		assertThat(this.inputs.text(0)).isEqualTo("a%20b");
		assertThat(this.inputs.source(size - 1).name()).isEqualTo("r");
		assertThat(this.reads).hasValue(read);
	}

	private ValueReader counting() {
		return (value, interest, visitor) -> {
			this.reads.incrementAndGet();
			ValueReader.AS_ARRIVED.read(value, interest, visitor);
		};
	}

}
