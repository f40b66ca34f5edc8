package io.github.raspspring.web.answer;

import java.util.List;
import java.util.function.Supplier;

import io.github.raspspring.web.RefusalWriter.Bodies;
import io.github.raspspring.web.RefusalWriter.Body;
import io.github.raspspring.web.RefusalWriter.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes bodies that fit who asks: by the application's own renderers, else a page for
 * whom asks for HTML, and a problem for everybody else. Thread-safe.
 */
public final class RefusalBodies implements Bodies {

	private static final Log logger = LogFactory.getLog(RefusalBodies.class);

	private final Supplier<List<RefusalRenderer>> renderers;

	/**
	 * Create them.
	 * @param renderers the application's own, in their order. Asked when the first
	 * request is refused
	 */
	public RefusalBodies(Supplier<List<RefusalRenderer>> renderers) {
		this.renderers = renderers;
	}

	@Override
	public Body of(Refusal refusal, HttpServletRequest request) {
		for (RefusalRenderer renderer : this.renderers.get()) {
			Body body = render(renderer, refusal, request);
			if (body != null) {
				return body;
			}
		}
		return WantedAnswer.isPage(request) ? RefusalPage.of(refusal) : RefusalProblem.of(refusal);
	}

	private static @Nullable Body render(RefusalRenderer renderer, Refusal refusal, HttpServletRequest request) {
		try {
			return renderer.render(refusal, request);
		}
		catch (RuntimeException ex) {
			logger.warn("A renderer of refusals failed and is passed over: " + renderer.getClass().getName(), ex);
			return null;
		}
	}

}
