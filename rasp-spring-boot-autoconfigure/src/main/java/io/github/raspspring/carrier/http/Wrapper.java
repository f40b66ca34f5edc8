package io.github.raspspring.carrier.http;

import java.io.Closeable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.SmartLifecycle;

/**
 * Passes on what the container tells a bean, so that a client that is wrapped is started
 * and closed as it would be without.
 */
abstract class Wrapper implements InitializingBean, DisposableBean, SmartLifecycle {

	private final Object target;

	Wrapper(Object target) {
		this.target = target;
	}

	@Override
	public void afterPropertiesSet() throws Exception {
		if (this.target instanceof InitializingBean bean) {
			bean.afterPropertiesSet();
		}
	}

	@Override
	public void destroy() throws Exception {
		if (this.target instanceof DisposableBean bean) {
			bean.destroy();
		}
		else if (this.target instanceof Closeable closeable) {
			closeable.close();
		}
	}

	@Override
	public void start() {
		if (this.target instanceof SmartLifecycle lifecycle) {
			lifecycle.start();
		}
	}

	@Override
	public void stop() {
		if (this.target instanceof SmartLifecycle lifecycle) {
			lifecycle.stop();
		}
	}

	@Override
	public boolean isRunning() {
		return this.target instanceof SmartLifecycle lifecycle && lifecycle.isRunning();
	}

	@Override
	public int getPhase() {
		return (this.target instanceof SmartLifecycle lifecycle) ? lifecycle.getPhase() : DEFAULT_PHASE;
	}

}
