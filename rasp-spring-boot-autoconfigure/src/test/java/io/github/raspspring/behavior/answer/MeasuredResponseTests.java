package io.github.raspspring.behavior.answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class MeasuredResponseTests {

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final MeasuredResponse measured = new MeasuredResponse(this.response);

	@Test
	void bytesAreCountedAndPassedOn() throws IOException {
		this.measured.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
		this.measured.getOutputStream().write('!');
		assertThat(this.measured.getAsLong()).isEqualTo(6);
		assertThat(this.response.getContentAsString()).isEqualTo("hello!");
	}

	@Test
	void charactersAreCountedAndPassedOn() throws IOException {
		this.measured.getWriter().print("hello");
		this.measured.getWriter().flush();
		assertThat(this.measured.getAsLong()).isEqualTo(5);
		assertThat(this.response.getContentAsString()).isEqualTo("hello");
	}

	@Test
	void whatIsThrownAwayIsNotCounted() throws IOException {
		this.measured.getOutputStream().write(new byte[100]);
		this.measured.resetBuffer();
		this.measured.getOutputStream().write(new byte[10]);
		assertThat(this.measured.getAsLong()).isEqualTo(10);
		this.measured.reset();
		this.measured.getWriter().print("abc");
		assertThat(this.measured.getAsLong()).isEqualTo(3);
	}

	@Test
	void lengthThatIsDeclaredCountsWhereNothingIsSeen() {
		this.measured.setContentLengthLong(5000);
		assertThat(this.measured.getAsLong()).isEqualTo(5000);
	}

}
