package io.github.raspspring.web;

import java.security.Principal;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.engine.Subject;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;

/**
 * Finds the subject that Spring Security has verified, with the claims of its token where
 * there is one.
 */
public final class AuthenticationSubjectResolver implements SubjectResolver {

	@Override
	public @Nullable Subject resolve(HttpServletRequest request) {
		return of(request.getUserPrincipal());
	}

	/**
	 * Find the subject of a principal.
	 * @param principal who was verified, or {@code null}
	 * @return the subject, or {@code null} if there is none with a name
	 */
	public static @Nullable Subject of(@Nullable Principal principal) {
		if (principal == null || principal.getName() == null) {
			return null;
		}
		Map<String, Object> claims = claimsOf(principal);
		Object issuer = claims.get("iss");
		return new Subject(principal.getName(), (issuer != null) ? issuer.toString() : null, claims,
				authoritiesOf(principal));
	}

	private static Set<String> authoritiesOf(Principal principal) {
		return (principal instanceof Authentication authentication) ? new Granted(authentication.getAuthorities())
				: Set.of();
	}

	private static Map<String, Object> claimsOf(Principal principal) {
		Object token = (principal instanceof Authentication authentication) ? authentication.getPrincipal() : principal;
		if (token instanceof ClaimAccessor claims) {
			return claims.getClaims();
		}
		return (token instanceof OAuth2AuthenticatedPrincipal opaque) ? opaque.getAttributes() : Map.of();
	}

	/**
	 * The names of what is granted. Few requests ask for them, so none copies them.
	 */
	private static final class Granted extends AbstractSet<String> {

		private final Collection<? extends GrantedAuthority> authorities;

		private Granted(Collection<? extends GrantedAuthority> authorities) {
			this.authorities = authorities;
		}

		/**
		 * What is asked for most is one name.
		 */
		@Override
		public boolean contains(@Nullable Object name) {
			for (GrantedAuthority granted : this.authorities) {
				if (name != null && name.equals(granted.getAuthority())) {
					return true;
				}
			}
			return false;
		}

		@Override
		public Iterator<String> iterator() {
			return names().iterator();
		}

		@Override
		public boolean isEmpty() {
			for (GrantedAuthority granted : this.authorities) {
				if (granted.getAuthority() != null) {
					return false;
				}
			}
			return true;
		}

		@Override
		public int size() {
			return names().size();
		}

		/**
		 * Return the names once each, in the order in which they are granted.
		 */
		private Set<String> names() {
			Set<String> names = new LinkedHashSet<>();
			for (GrantedAuthority granted : this.authorities) {
				String name = granted.getAuthority();
				if (name != null) {
					names.add(name);
				}
			}
			return names;
		}

	}

}
