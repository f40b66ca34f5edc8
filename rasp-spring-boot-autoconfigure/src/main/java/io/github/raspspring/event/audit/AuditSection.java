package io.github.raspspring.event.audit;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.raspspring.engine.EndpointSection;
import org.jspecify.annotations.Nullable;

/**
 * Shows where the audit file stands; the item {@code verify} verifies it, one caller at a
 * time.
 */
public final class AuditSection implements EndpointSection {

	private final AuditFile file;

	private final AtomicBoolean busy = new AtomicBoolean();

	/**
	 * Create the section.
	 * @param file the audit file
	 */
	public AuditSection(AuditFile file) {
		this.file = file;
	}

	@Override
	public String name() {
		return "audit";
	}

	@Override
	public Map<String, Object> overview() {
		Map<String, Object> overview = new LinkedHashMap<>();
		overview.put("sequence", this.file.sequence());
		overview.put("head", this.file.head());
		return overview;
	}

	@Override
	public Object content() {
		return overview();
	}

	@Override
	public @Nullable Object item(String id) {
		if (!id.equals("verify")) {
			return null;
		}
		if (!this.busy.compareAndSet(false, true)) {
			return Map.of("busy", "Somebody else has it verified right now.");
		}
		try {
			return this.file.verify();
		}
		catch (IOException ex) {
			return Map.of("failed", "The audit file can't be read: " + ex.getClass().getSimpleName());
		}
		finally {
			this.busy.set(false);
		}
	}

}
