package io.github.raspspring.inventory.access;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.raspspring.inventory.AccessRule;
import io.github.raspspring.inventory.AccessRule.Required;
import io.github.raspspring.inventory.AccessRules;
import io.github.raspspring.inventory.Endpoint;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.FilterInvocation;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.PathPatternRequestTransformer;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.method.HandlerMethod;

/**
 * Asks the rules of Spring Security what they would say to somebody who is not
 * authenticated, and to somebody who is and may do nothing. A rule that looks at more
 * than the path and the method of a request can't be asked. What is written at methods
 * ({@code @PreAuthorize} and its like) is told as it is written.
 */
public final class ConfiguredAccess implements AccessRules {

	private static final Authentication NOBODY = new AnonymousAuthenticationToken("rasp", "anonymous",
			AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

	private static final Authentication SOMEBODY = UsernamePasswordAuthenticationToken.authenticated("somebody", "",
			List.of());

	private static final List<String> ANNOTATIONS = List.of("org.springframework.security.access.prepost.PreAuthorize",
			"org.springframework.security.access.annotation.Secured", "jakarta.annotation.security.RolesAllowed");

	private final Supplier<Stream<FilterChainProxy>> proxies;

	/**
	 * Create rules.
	 * @param proxies the filter chains of Spring Security, asked for when somebody looks
	 */
	public ConfiguredAccess(Supplier<Stream<FilterChainProxy>> proxies) {
		this.proxies = proxies;
	}

	@Override
	public AccessRule of(Endpoint endpoint) {
		String method = atMethod(endpoint.method());
		try {
			return ask(request(endpoint), method);
		}
		catch (RuntimeException ex) {
			return new AccessRule(Required.UNKNOWN, List.of(), AccessRule.CONFIGURED, method);
		}
	}

	private AccessRule ask(HttpServletRequest request, String method) {
		AuthorizationManager<HttpServletRequest> manager = this.proxies.get()
			.flatMap((proxy) -> proxy.getFilterChains().stream())
			.filter((chain) -> chain.matches(request))
			.findFirst()
			.map(ConfiguredAccess::manager)
			.orElse(null);
		if (manager == null || isGranted(manager.authorize(() -> NOBODY, request))) {
			return new AccessRule(Required.NOTHING, List.of(), AccessRule.CONFIGURED, method);
		}
		AuthorizationResult result = manager.authorize(() -> SOMEBODY, request);
		if (isGranted(result)) {
			return new AccessRule(Required.AUTHENTICATION, List.of(), AccessRule.CONFIGURED, method);
		}
		if (result instanceof AuthorityAuthorizationDecision decision) {
			List<String> authorities = decision.getAuthorities()
				.stream()
				.map(GrantedAuthority::getAuthority)
				.sorted()
				.toList();
			return new AccessRule(Required.AUTHORITY, authorities, AccessRule.CONFIGURED, method);
		}
		return new AccessRule(Required.MORE, List.of(), AccessRule.CONFIGURED, method);
	}

	private static boolean isGranted(@Nullable AuthorizationResult result) {
		return result != null && result.isGranted();
	}

	private static @Nullable AuthorizationManager<HttpServletRequest> manager(SecurityFilterChain chain) {
		for (Filter filter : chain.getFilters()) {
			if (filter instanceof AuthorizationFilter authorization) {
				return authorization.getAuthorizationManager();
			}
		}
		return null;
	}

	/**
	 * Make a request that is for the endpoint: each variable has a plain value.
	 */
	private static HttpServletRequest request(Endpoint endpoint) {
		String path = endpoint.paths()
			.get(0)
			.replaceAll("\\{[^/]*}", "1")
			.replace("/**", "/x")
			.replace('*', 'x')
			.replace('?', 'x');
		String method = endpoint.methods().isEmpty() ? "GET" : endpoint.methods().get(0);
		return new PathPatternRequestTransformer().transform(new FilterInvocation("", path, method).getHttpRequest());
	}

	private static String atMethod(@Nullable HandlerMethod handler) {
		if (handler == null) {
			return "";
		}
		for (String name : ANNOTATIONS) {
			for (MergedAnnotations at : List.of(MergedAnnotations.from(handler.getMethod()),
					MergedAnnotations.from(handler.getBeanType()))) {
				MergedAnnotation<?> found = at.get(name);
				if (found.isPresent()) {
					return found.getValue("value")
						.map((value) -> (value instanceof String[] names) ? String.join(", ", names) : value.toString())
						.orElse("");
				}
			}
		}
		return "";
	}

}
