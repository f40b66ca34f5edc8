package io.github.raspspring.token.use;

import java.util.concurrent.atomic.AtomicLong;

import io.github.raspspring.engine.ExpiringStores.Reading;
import io.github.raspspring.store.LocalStores;
import io.github.raspspring.token.TokenMarks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;

class StoredProofsTests {

	private final AtomicLong time = new AtomicLong();

	private MockHttpServletRequest request;

	@BeforeEach
	void begin() {
		this.request = new MockHttpServletRequest();
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(this.request));
	}

	@AfterEach
	void end() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void proofIsNotedOnceAndForgottenWhenItIsNoLongerTaken() {
		StoredProofs proofs = proofs(10);
		assertThat(proofs.putIfAbsent("proof", "x")).isNull();
		assertThat(this.request.getAttribute(TokenMarks.PROOF)).isNotNull();
		begin();
		assertThat(proofs.putIfAbsent("proof", "x")).isNotNull();
		assertThat(this.request.getAttribute(TokenMarks.REPLAYED)).isNotNull();
		assertThat(this.request.getAttribute(TokenMarks.PROOF)).isNull();
		this.time.addAndGet(121_000_000_000L);
		assertThat(proofs.putIfAbsent("proof", "x")).isNull();
	}

	/** Unless it is marked, {@link ReplayRule} treats it by failure mode. */
	@Test
	void proofThatThereIsNoRoomForIsTakenAndNotMarked() {
		StoredProofs proofs = proofs(1);
		proofs.putIfAbsent("first", "x");
		begin();
		assertThat(proofs.putIfAbsent("second", "x")).isNull();
		assertThat(this.request.getAttribute(TokenMarks.PROOF)).isNull();
		assertThat(proofs.putIfAbsent("first", "x")).isNotNull();
	}

	private StoredProofs proofs(int maximumEntries) {
		return new StoredProofs(new LocalStores(this.time::get).open("proofs", maximumEntries, Reading.CURRENT));
	}

}
