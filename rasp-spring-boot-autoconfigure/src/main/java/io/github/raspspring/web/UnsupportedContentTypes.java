package io.github.raspspring.web;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes notice when no handler consumes the content type of a request. Spring MVC refuses
 * it by itself; whoever tries one type after the other should not go unseen.
 */
public final class UnsupportedContentTypes implements HandlerExceptionResolver, Ordered {

	private static final Rule UNSUPPORTED_CONTENT_TYPE = new Rule("unsupported-content-type", "CWE-436",
			"The body has a content type that no handler of the path consumes.",
			"Nothing: Spring MVC refused the request with status 415.");

	private final FindingReporter findings;

	/**
	 * Create the resolver.
	 * @param findings takes what is seen
	 */
	public UnsupportedContentTypes(FindingReporter findings) {
		this.findings = findings;
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception ex) {
		Exchange exchange = ExchangeHolder.find(request);
		if (exchange != null && ex instanceof HttpMediaTypeNotSupportedException unsupported) {
			this.findings.report(exchange,
					Finding.of("protocol", Category.PROTOCOL, UNSUPPORTED_CONTENT_TYPE)
						.confidence(Confidence.WEAK)
						.evidence(String.valueOf(unsupported.getContentType()))
						.build());
		}
		return null;
	}

}
