package io.github.raspspring.autoconfigure.actuate;

import java.util.function.BooleanSupplier;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.FilterInvocation;
import org.springframework.security.web.access.PathPatternRequestTransformer;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

/**
 * Asks Spring Security whether it would let somebody act through the endpoint who is not
 * authenticated.
 */
final class OpenEndpoint implements BooleanSupplier {

	private static final Authentication NOBODY = new AnonymousAuthenticationToken("rasp", "anonymous",
			AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

	/** One of the pages that take what operators do. */
	private static final String PAGE = "/clients";

	private final ObjectProvider<PathMappedEndpoints> endpoints;

	private final ObjectProvider<FilterChainProxy> chains;

	private final ObjectProvider<WebInvocationPrivilegeEvaluator> security;

	OpenEndpoint(ObjectProvider<PathMappedEndpoints> endpoints, ObjectProvider<FilterChainProxy> chains,
			ObjectProvider<WebInvocationPrivilegeEvaluator> security) {
		this.endpoints = endpoints;
		this.chains = chains;
		this.security = security;
	}

	@Override
	public boolean getAsBoolean() {
		PathMappedEndpoints known = this.endpoints.getIfAvailable();
		String path = (known != null) ? known.getPath(EndpointId.of("rasp")) : null;
		return path != null && isAllowed(path + PAGE);
	}

	/**
	 * Rules that need more of a request than its path can't be asked, and are some.
	 */
	private boolean isAllowed(String path) {
		try {
			return !isGuarded(path)
					|| this.security.stream().allMatch((rules) -> rules.isAllowed("", path, "POST", NOBODY));
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	private boolean isGuarded(String path) {
		HttpServletRequest request = new PathPatternRequestTransformer()
			.transform(new FilterInvocation("", path, "POST").getHttpRequest());
		return this.chains.stream()
			.flatMap((proxy) -> proxy.getFilterChains().stream())
			.anyMatch((chain) -> chain.matches(request));
	}

}
