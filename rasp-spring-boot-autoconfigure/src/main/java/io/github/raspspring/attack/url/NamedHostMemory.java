package io.github.raspspring.attack.url;

import java.lang.ref.WeakReference;

import io.github.raspspring.sink.SinkInputs;

/**
 * Keeps the hosts that the request of a thread names, so that they are read once and not
 * for each of its connections. Held weakly: an idle thread keeps no request alive.
 */
final class NamedHostMemory {

	private final ThreadLocal<WeakReference<NamedHosts>> last = new ThreadLocal<>();

	NamedHosts of(SinkInputs inputs) {
		WeakReference<NamedHosts> reference = this.last.get();
		NamedHosts known = (reference != null) ? reference.get() : null;
		return (known != null && known.inputs() == inputs) ? known : read(inputs);
	}

	private NamedHosts read(SinkInputs inputs) {
		NamedHosts hosts = NamedHosts.of(inputs);
		this.last.set(new WeakReference<>(hosts));
		return hosts;
	}

}
