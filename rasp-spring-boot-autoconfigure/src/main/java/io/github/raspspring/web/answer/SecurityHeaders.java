package io.github.raspspring.web.answer;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.util.WebUtils;

/**
 * Stands for Spring Security where a refused request walks: adds the headers of the chain
 * for its path, with those of the application's own filters there, authenticates nobody,
 * and lets the walk go on where anybody may pass.
 */
public final class SecurityHeaders implements Filter {

	private static final Log logger = LogFactory.getLog(SecurityHeaders.class);

	private static final int TOO_MANY = 429;

	private final Supplier<Stream<SecurityFilterChain>> chains;

	private final Supplier<@Nullable WebInvocationPrivilegeEvaluator> privileges;

	/**
	 * Create them.
	 * @param chains the chains in their order
	 * @param privileges tells who may pass, {@code null} if nobody knows
	 */
	public SecurityHeaders(Supplier<Stream<SecurityFilterChain>> chains,
			Supplier<@Nullable WebInvocationPrivilegeEvaluator> privileges) {
		this.chains = chains;
		this.privileges = privileges;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
			throws IOException, ServletException {
		InputlessRequest inputless = WebUtils.getNativeRequest(request, InputlessRequest.class);
		if (inputless == null) {
			next.doFilter(request, response);
			return;
		}
		List<Filter> filters = this.chains.get()
			.filter((chain) -> chain.matches(inputless.forLookUp()))
			.findFirst()
			.map(SecurityFilterChain::getFilters)
			.orElse(List.of());
		walk(filters, inputless, request, response, next);
	}

	private void walk(List<Filter> filters, InputlessRequest inputless, ServletRequest request,
			ServletResponse response, FilterChain next) throws IOException, ServletException {
		for (int i = 0; i < filters.size(); i++) {
			Filter filter = filters.get(i);
			List<Filter> rest = filters.subList(i + 1, filters.size());
			if (filter instanceof AuthorizationFilter) {
				break;
			}
			if (filter instanceof HeaderWriterFilter || filter instanceof CorsFilter) {
				filter.doFilter(inputless.forLookUp(), response,
						(ignored, passed) -> walk(rest, inputless, request, passed, next));
				return;
			}
			if (isOfApplication(filter)) {
				filter.doFilter(request, response, (passed, answer) -> walk(rest, inputless, passed, answer, next));
				return;
			}
		}
		admit(inputless, null);
		next.doFilter(request, response);
	}

	private static boolean isOfApplication(Filter filter) {
		return !filter.getClass().getName().startsWith("org.springframework.") && !OwnFilters.contain(filter);
	}

	/**
	 * Let the application's filters see a request if anybody may send it, or else if who
	 * sends it is verified and does so too often: a limit does not make a stranger of a
	 * user.
	 */
	void admitBehind(InputlessRequest inputless, int status) {
		admit(inputless, (status == TOO_MANY) ? SecurityContextHolder.getContext().getAuthentication() : null);
	}

	private void admit(InputlessRequest inputless, @Nullable Authentication sender) {
		inputless.admit(isOpen(inputless, inputless.getMethod(), sender)
				|| isOpen(inputless, inputless.forLookUp().getMethod(), sender));
	}

	private boolean isOpen(HttpServletRequest request, String method, @Nullable Authentication sender) {
		try {
			WebInvocationPrivilegeEvaluator evaluator = this.privileges.get();
			String path = request.getRequestURI().substring(request.getContextPath().length());
			return evaluator != null && evaluator.isAllowed(request.getContextPath(), path, method, sender);
		}
		catch (RuntimeException ex) {
			logger.debug("Nobody knows who may pass", ex);
			return false;
		}
	}

}
