package io.github.raspspring.autoconfigure.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the answer to a refused request has.
 *
 * @param applicationFilters Whether the application's filters see a request that is
 * refused ahead of them, without its input, so that the refusal has the headers they
 * write.
 * @param errorPage Whether the application's own error page, /error unless moved, answers
 * refused requests instead of a plain page or problem. It finds the reference in the
 * request attribute rasp.reference.
 */
@ConfigurationProperties("rasp.response")
public record RaspResponseProperties(@DefaultValue("true") boolean applicationFilters,
		@DefaultValue("false") boolean errorPage) {

}
