package io.github.raspspring.carrier.jvm;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Weaves calls of the bridge into hooked classes while they are loaded, or anew where
 * they are loaded already. A class that can't be changed stays as it is and is
 * remembered. Thread-safe.
 */
final class HookTransformer implements ClassFileTransformer {

	private final HookTable table;

	/** As many entries as the table has classes. */
	private final Map<String, String> failed = new ConcurrentHashMap<>();

	/** As many entries as the table has points. */
	private final Set<HookPoint> woven = ConcurrentHashMap.newKeySet();

	HookTransformer(HookTable table) {
		this.table = table;
	}

	@Override
	public byte @Nullable [] transform(@Nullable ClassLoader loader, @Nullable String name,
			@Nullable Class<?> redefined, @Nullable ProtectionDomain domain, byte[] bytes) {
		List<HookTable.Entry> entries = (name != null) ? this.table.of(name) : null;
		if (name == null || entries == null) {
			return null;
		}
		try {
			HookWriter writer = new HookWriter(bytes, entries);
			byte[] changed = writer.write();
			this.woven.addAll(writer.woven());
			return changed;
		}
		catch (Throwable ex) {
			this.failed.put(name, String.valueOf(ex));
			return null;
		}
	}

	/**
	 * Note a class that the JVM refused to change.
	 */
	void fail(String name, Throwable cause) {
		this.failed.put(name, String.valueOf(cause));
	}

	/**
	 * Return the classes that stay as they are, and why.
	 */
	Map<String, String> failed() {
		return Map.copyOf(this.failed);
	}

	/**
	 * Return whether a point is hooked by now.
	 */
	boolean isWoven(HookPoint point) {
		return this.woven.contains(point);
	}

}
