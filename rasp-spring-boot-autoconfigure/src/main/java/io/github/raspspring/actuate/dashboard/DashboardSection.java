package io.github.raspspring.actuate.dashboard;

import java.util.Map;
import java.util.function.Supplier;

import io.github.raspspring.engine.EndpointSection;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Serves the dashboard as a section of the endpoint, so that whoever may read the
 * endpoint sees the page, and nobody else. The page has no data of its own: it asks the
 * endpoint. Thread-safe.
 */
public final class DashboardSection implements EndpointSection {

	private static final String PAGE = "index.html";

	/** Nothing but the files of this page, and no script or style within a document. */
	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
			+ "require-trusted-types-for 'script'";

	private final Supplier<String> endpoint;

	private final DashboardFiles files = new DashboardFiles();

	/**
	 * Create the section.
	 * @param endpoint tells the path of the endpoint, once that is known
	 */
	public DashboardSection(Supplier<String> endpoint) {
		this.endpoint = endpoint;
	}

	@Override
	public String name() {
		return "dashboard";
	}

	@Override
	public Map<String, Object> overview() {
		return Map.of();
	}

	@Override
	public Object summary() {
		return this.endpoint.get() + '/' + name();
	}

	@Override
	public Object content() {
		return response(PAGE, this.files.require(PAGE));
	}

	@Override
	public @Nullable Object item(String name) {
		byte[] file = this.files.find(name);
		return (file != null) ? response(name, file) : null;
	}

	private static WebEndpointResponse<byte[]> response(String name, byte[] file) {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
			HttpServletResponse response = attributes.getResponse();
			if (response != null) {
				response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
				response.setHeader("X-Content-Type-Options", "nosniff");
				response.setHeader("Referrer-Policy", "no-referrer");
				response.setHeader("Cache-Control", "no-cache");
			}
		}
		return new WebEndpointResponse<>(file, WebEndpointResponse.STATUS_OK,
				MimeTypeUtils.parseMimeType(DashboardFiles.typeOf(name)));
	}

}
