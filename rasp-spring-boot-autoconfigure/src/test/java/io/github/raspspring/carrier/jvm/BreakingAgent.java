package io.github.raspspring.carrier.jvm;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;

import org.jspecify.annotations.Nullable;

/**
 * Another agent, which leaves no good bytes of a class behind.
 */
final class BreakingAgent implements ClassFileTransformer {

	private static final String BROKEN = "java/io/RandomAccessFile";

	private BreakingAgent() {
	}

	static void start() throws AgentHandle.AbsentException {
		AgentHandle.find().instrumentation().addTransformer(new BreakingAgent(), true);
	}

	@Override
	public byte @Nullable [] transform(@Nullable ClassLoader loader, @Nullable String name,
			@Nullable Class<?> redefined, @Nullable ProtectionDomain domain, byte[] bytes) {
		return BROKEN.equals(name) ? new byte[] { 1, 2, 3 } : null;
	}

}
