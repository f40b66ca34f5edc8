package io.github.raspspring.token.admission;

import java.io.IOException;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.token.TokenMarks;
import io.github.raspspring.token.VerifiedToken;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Brings every verified token before the {@link TokenAuthority}, in every security filter
 * chain, before anybody is authorized. Once per request, whatever its dispatches.
 */
public final class VerifiedTokenFilter implements Filter {

	/** Set once the chain has come behind bearer authentication. */
	static final String SEEN = VerifiedTokenFilter.class.getName();

	private final TokenAuthority authority;

	private final InspectionScope scope;

	/**
	 * Create the filter.
	 * @param authority judges the tokens
	 * @param scope where the exchange is found
	 */
	public VerifiedTokenFilter(TokenAuthority authority, InspectionScope scope) {
		this.authority = authority;
		this.scope = scope;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Inspection inspection = this.scope.current();
		if (inspection != null && request.getAttribute(SEEN) == null) {
			request.setAttribute(SEEN, Boolean.TRUE);
			TokenAdmission.leavePlace((HttpServletRequest) request);
			VerifiedToken token = token((HttpServletRequest) request);
			if (token != null) {
				request.setAttribute(TokenMarks.VERIFIED, token.value());
			}
			Refusal refusal = (token != null) ? this.authority.judge(token, inspection, (HttpServletRequest) request)
					: null;
			if (refusal != null) {
				SecurityContextHolder.clearContext();
				TokenAnswer.write(refusal, (HttpServletRequest) request, (HttpServletResponse) response);
				return;
			}
		}
		chain.doFilter(request, response);
	}

	private static @Nullable VerifiedToken token(HttpServletRequest request) {
		@Nullable Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		VerifiedToken token = VerifiedToken.of(authentication);
		if (token == null) {
			return SentToken.find(authentication, request);
		}
		return SentToken.isSent(token, request) ? token : null;
	}

}
