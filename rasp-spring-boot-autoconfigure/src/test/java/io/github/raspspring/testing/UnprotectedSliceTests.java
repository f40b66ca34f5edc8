package io.github.raspspring.testing;

import io.github.raspspring.engine.pipeline.InspectionPipeline;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static io.github.raspspring.testing.RaspResultMatchers.rasp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A slice is what it was before the product was there.
 */
@WebMvcTest(controllers = BookController.class, properties = "rasp.mode=block")
@ContextConfiguration(classes = BookController.Application.class)
@Import(BookController.class)
class UnprotectedSliceTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ObjectProvider<InspectionPipeline> pipeline;

	@Test
	void servesWhateverComes() {
		assertThat(this.pipeline.getIfAvailable()).isNull();
		assertThat(this.mvc.get().uri("/books").param("title", "x' UNION SELECT 1,2-- ")).hasStatusOk();
	}

	@Test
	void saysThatNothingWasJudged() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.mvc.get().uri("/books").param("title", "x")).matches(rasp().passed()))
			.withMessageContaining("did not go through the filter");
	}

}
