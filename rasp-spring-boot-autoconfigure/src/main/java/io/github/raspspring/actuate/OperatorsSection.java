package io.github.raspspring.actuate;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import io.github.raspspring.engine.EndpointSection;

/**
 * Shows whether operators may act through the endpoint, and says so if that goes for
 * everybody else as well.
 */
public final class OperatorsSection implements EndpointSection {

	private static final String GAP = "Everybody may block, unblock and change through the endpoint rasp: let Spring "
			+ "Security ask who calls it, or set management.endpoint.rasp.access=read-only.";

	private final BooleanSupplier writable;

	private final BooleanSupplier open;

	/**
	 * Create the section.
	 * @param writable tells whether the endpoint takes what operators do
	 * @param open tells whether it takes that from who is not authenticated
	 */
	public OperatorsSection(BooleanSupplier writable, BooleanSupplier open) {
		this.writable = writable;
		this.open = open;
	}

	@Override
	public String name() {
		return "operators";
	}

	@Override
	public Map<String, Object> overview() {
		return Map.of("mayAct", this.writable.getAsBoolean());
	}

	@Override
	public List<String> gaps() {
		return (this.writable.getAsBoolean() && this.open.getAsBoolean()) ? List.of(GAP) : List.of();
	}

	@Override
	public Object content() {
		return overview();
	}

}
