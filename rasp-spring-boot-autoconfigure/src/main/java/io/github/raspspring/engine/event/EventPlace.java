package io.github.raspspring.engine.event;

import org.jspecify.annotations.Nullable;

/**
 * Where an event happened, and who was there. Nothing of it is known of events that
 * concern no request.
 *
 * @param method the HTTP method
 * @param route the template of the route, {@code null} if it was never known
 * @param path the path, of which only words are kept; for other events what they concern
 * @param client address of the client, a pseudonym unless clear names are configured
 * @param subject the verified subject, a pseudonym unless clear names are configured
 */
public record EventPlace(@Nullable String method, @Nullable String route, @Nullable String path,
		@Nullable String client, @Nullable String subject) {

	/** Nowhere in particular. */
	public static final EventPlace NONE = new EventPlace(null, null, null, null, null);

	/**
	 * Return where it was in one word.
	 * @return the template of the route, else the path, else {@code null}
	 */
	public @Nullable String target() {
		return (this.route != null) ? this.route : this.path;
	}

}
