package io.github.raspspring.web;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes notice when no handler consumes the content type of a request. Spring MVC refuses
 * it by itself; whoever tries one type after the other should not go unseen.
 */
public final class UnsupportedContentTypes extends ExchangeExceptionResolver {

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
	@Nullable ModelAndView resolve(@Nullable Exchange exchange, HttpServletRequest request, HttpServletResponse response,
			Exception ex) {
		if (exchange != null && ex instanceof HttpMediaTypeNotSupportedException unsupported) {
			this.findings.report(exchange,
					Finding.of("protocol", Category.PROTOCOL, UNSUPPORTED_CONTENT_TYPE)
						.confidence(Confidence.WEAK)
						.evidence(typeOf(unsupported.getContentType()))
						.build());
		}
		return null;
	}

	/**
	 * Parameters of a content type may hold anything.
	 */
	private static String typeOf(@Nullable MediaType contentType) {
		return (contentType != null) ? Redaction.name(contentType.getType() + '/' + contentType.getSubtype()) : "none";
	}

}
