package io.github.raspspring.carrier.serial;

import java.io.ObjectInputFilter;
import java.util.List;

import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Sets the filter that the JVM asks about every object it reads (JEP 290), unless the
 * application has set one of its own. The JVM takes one filter and refuses a second, so
 * that this waits until all beans had the chance to set theirs; requests are served later
 * still.
 */
public final class SerialFilterInstaller implements SmartInitializingSingleton, DisposableBean, SinkCarrier {

	private static final String OWN_FILTER = "Streams with a filter of their own, which is the only one asked.";

	private final SinkGuard guard;

	private volatile boolean installed;

	/**
	 * Create the installer.
	 * @param guard judges the calls
	 */
	public SerialFilterInstaller(SinkGuard guard) {
		this.guard = guard;
	}

	@Override
	public void afterSingletonsInstantiated() {
		RelayFilter relay = relay();
		if (relay != null) {
			relay.to(this.guard);
			this.installed = true;
		}
	}

	@Override
	public void destroy() {
		if (ObjectInputFilter.Config.getSerialFilter() instanceof RelayFilter relay) {
			relay.leave(this.guard);
		}
	}

	@Override
	public List<SinkCoverage> coverage() {
		return List.of(this.installed
				? new SinkCoverage(SinkKind.DESERIALIZATION, List.of("serial filter of the JVM"), List.of(OWN_FILTER))
				: new SinkCoverage(SinkKind.DESERIALIZATION, List.of(),
						List.of("Streams of objects: the JVM has a serial filter of the application's own.")));
	}

	private static @Nullable RelayFilter relay() {
		ObjectInputFilter present = ObjectInputFilter.Config.getSerialFilter();
		if (present != null) {
			return (present instanceof RelayFilter relay) ? relay : null;
		}
		try {
			RelayFilter relay = new RelayFilter();
			ObjectInputFilter.Config.setSerialFilter(relay);
			return relay;
		}
		catch (IllegalStateException ex) {
			return null;
		}
	}

}
