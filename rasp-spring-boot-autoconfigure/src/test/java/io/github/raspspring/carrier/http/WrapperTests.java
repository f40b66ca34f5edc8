package io.github.raspspring.carrier.http;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.SmartLifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Wrapper}.
 */
class WrapperTests {

	private final List<String> told = new ArrayList<>();

	@Test
	void lifeWhenTargetTakesPartThenIsTold() throws Exception {
		Wrapper wrapper = new Wrapper(new Client()) {
		};
		wrapper.afterPropertiesSet();
		wrapper.start();
		assertThat(wrapper.isRunning()).isTrue();
		assertThat(wrapper.getPhase()).isEqualTo(7);
		wrapper.stop();
		assertThat(wrapper.isRunning()).isFalse();
		wrapper.destroy();
		assertThat(this.told).containsExactly("initialized", "started", "stopped", "destroyed");
	}

	@Test
	void destroyWhenTargetIsCloseableThenIsClosed() throws Exception {
		Closeable target = () -> this.told.add("closed");
		Wrapper wrapper = new Wrapper(target) {
		};
		wrapper.start();
		wrapper.destroy();
		assertThat(this.told).containsExactly("closed");
		assertThat(wrapper.isRunning()).isFalse();
	}

	/**
	 * Notes what it is told.
	 */
	private final class Client implements InitializingBean, DisposableBean, SmartLifecycle {

		private boolean running;

		@Override
		public void afterPropertiesSet() {
			WrapperTests.this.told.add("initialized");
		}

		@Override
		public void destroy() {
			WrapperTests.this.told.add("destroyed");
		}

		@Override
		public void start() {
			this.running = true;
			WrapperTests.this.told.add("started");
		}

		@Override
		public void stop() {
			this.running = false;
			WrapperTests.this.told.add("stopped");
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

		@Override
		public int getPhase() {
			return 7;
		}

	}

}
