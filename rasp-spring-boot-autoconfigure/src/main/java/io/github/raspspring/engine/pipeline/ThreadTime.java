package io.github.raspspring.engine.pipeline;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/**
 * Asks the JVM how long the calling thread has had the processor. Nobody knows of virtual
 * threads. Thread-safe.
 */
final class ThreadTime implements LongSupplier {

	private static final long UNKNOWN = -1;

	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

	private final boolean known = this.threads.isCurrentThreadCpuTimeSupported();

	@Override
	public long getAsLong() {
		try {
			return this.known ? this.threads.getCurrentThreadCpuTime() : UNKNOWN;
		}
		catch (UnsupportedOperationException ex) {
			return UNKNOWN;
		}
	}

}
