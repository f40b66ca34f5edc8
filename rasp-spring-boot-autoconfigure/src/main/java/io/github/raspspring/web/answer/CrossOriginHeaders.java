package io.github.raspspring.web.answer;

import java.util.List;
import java.util.function.Supplier;

import io.github.raspspring.web.ServedServlets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.PreFlightRequestHandler;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The headers by which a browser lets a script of another origin read the answer, as
 * Spring MVC would have written them for the handler of the request: those of
 * {@code @CrossOrigin} and of mappings. The handler is looked up and does not run. Of
 * functional routes, whose predicates are code of the application, the configuration of
 * all routes is taken.
 */
public final class CrossOriginHeaders {

	private static final Log logger = LogFactory.getLog(CrossOriginHeaders.class);

	private final Supplier<List<AbstractHandlerMapping>> mappings;

	private final ServedServlets servlets = new ServedServlets();

	/**
	 * Create them.
	 * @param mappings the mappings of the application, in their order
	 */
	public CrossOriginHeaders(Supplier<List<AbstractHandlerMapping>> mappings) {
		this.mappings = mappings;
	}

	/**
	 * Write the headers of a request.
	 * @param request the request, whose attributes are changed
	 * @param response takes headers only
	 */
	void write(RequestForLookUp request, HttpServletResponse response) {
		if (!this.servlets.mayFindHandler(request)) {
			return;
		}
		try {
			ServletRequestPathUtils.parseAndCache(request);
			HandlerExecutionChain chain = find(request);
			if (chain != null) {
				write(chain, request, response);
			}
			else {
				writeForFunctions(request, response);
			}
		}
		catch (Exception ex) {
			logger.debug("A refusal lacks headers for other origins", ex);
		}
	}

	private @Nullable HandlerExecutionChain find(HttpServletRequest request) {
		for (AbstractHandlerMapping mapping : this.mappings.get()) {
			if (mapping instanceof RequestMappingInfoHandlerMapping || mapping instanceof AbstractUrlHandlerMapping) {
				HandlerExecutionChain chain = find(mapping, request);
				if (chain != null) {
					return chain;
				}
			}
		}
		return null;
	}

	private static @Nullable HandlerExecutionChain find(AbstractHandlerMapping mapping, HttpServletRequest request) {
		try {
			return mapping.getHandler(request);
		}
		catch (Exception ex) {
			// A controller of another method, or for other bodies: a function may serve
			// it.
			return null;
		}
	}

	private static void write(HandlerExecutionChain chain, HttpServletRequest request, HttpServletResponse response)
			throws Exception {
		if (chain.getHandler() instanceof PreFlightRequestHandler preFlight) {
			preFlight.handlePreFlight(request, response);
			return;
		}
		for (HandlerInterceptor interceptor : chain.getInterceptorList()) {
			if (interceptor instanceof CorsConfigurationSource) {
				interceptor.preHandle(request, response, chain.getHandler());
			}
		}
	}

	private void writeForFunctions(HttpServletRequest request, HttpServletResponse response) throws Exception {
		for (AbstractHandlerMapping mapping : this.mappings.get()) {
			CorsConfigurationSource source = mapping.getCorsConfigurationSource();
			if (mapping instanceof RouterFunctionMapping && source != null) {
				CorsConfiguration configuration = source.getCorsConfiguration(request);
				if (configuration != null) {
					mapping.getCorsProcessor().processRequest(configuration, request, response);
					return;
				}
			}
		}
	}

}
