package io.github.raspspring.profile.declared;

import java.util.Set;

import io.github.raspspring.profile.sealed.SignedValues;
import tools.jackson.databind.ObjectMapper;

/**
 * What is declared: by the types that the application's mapper binds, by its handlers,
 * and by what it signs. Thread-safe.
 */
public final class DeclaredModel {

	private final JacksonShapes shapes;

	private final HandlerTypes handlers;

	private final HandlerForms forms;

	private final SignedValues signed;

	/**
	 * Create the model.
	 * @param mapper binds the bodies of requests
	 * @param signed knows what was signed
	 */
	public DeclaredModel(ObjectMapper mapper, SignedValues signed) {
		this.shapes = new JacksonShapes(mapper);
		this.handlers = new HandlerTypes(this.shapes);
		this.forms = new HandlerForms(this.handlers);
		this.signed = signed;
	}

	/**
	 * Return the types of bodies that could not be read, so that nothing is said of them.
	 * @return simple names
	 */
	public Set<String> unreadable() {
		return Set.copyOf(this.shapes.unreadable());
	}

	/**
	 * Return whether the application has signed values.
	 * @return {@code true} once it does
	 */
	public boolean signs() {
		return this.signed.isUsed();
	}

	JacksonShapes shapes() {
		return this.shapes;
	}

	HandlerTypes handlers() {
		return this.handlers;
	}

	HandlerForms forms() {
		return this.forms;
	}

	SignedValues signed() {
		return this.signed;
	}

}
