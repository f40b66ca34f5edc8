package io.github.raspspring.carrier.servlet;

import java.io.IOException;

import io.github.raspspring.attack.http.HeaderCall;
import io.github.raspspring.attack.url.RedirectCall;
import io.github.raspspring.sink.SinkGuard;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A response whose redirects and headers are judged before they are set.
 */
final class GuardedResponse extends HttpServletResponseWrapper {

	private final SinkGuard guard;

	GuardedResponse(HttpServletResponse response, SinkGuard guard) {
		super(response);
		this.guard = guard;
	}

	@Override
	public void sendRedirect(String location) throws IOException {
		checkRedirect("sendRedirect", location);
		super.sendRedirect(location);
	}

	@Override
	public void sendRedirect(String location, boolean clearBuffer) throws IOException {
		checkRedirect("sendRedirect", location);
		super.sendRedirect(location, clearBuffer);
	}

	@Override
	public void sendRedirect(String location, int status) throws IOException {
		checkRedirect("sendRedirect", location);
		super.sendRedirect(location, status);
	}

	@Override
	public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
		checkRedirect("sendRedirect", location);
		super.sendRedirect(location, status, clearBuffer);
	}

	@Override
	public void setHeader(String name, String value) {
		checkHeader(name, value);
		super.setHeader(name, value);
	}

	@Override
	public void addHeader(String name, String value) {
		checkHeader(name, value);
		super.addHeader(name, value);
	}

	@Override
	public void addCookie(Cookie cookie) {
		if (needsJudgement(cookie.getValue())) {
			this.guard.check(new HeaderCall("Cookie", cookie.getValue()));
		}
		super.addCookie(cookie);
	}

	private void checkRedirect(String operation, @Nullable String location) {
		if (location != null) {
			this.guard.check(new RedirectCall(operation, location));
			checkHeader("", location);
		}
	}

	private void checkHeader(String name, @Nullable String value) {
		if (value == null) {
			return;
		}
		if (name.equalsIgnoreCase("Location")) {
			this.guard.check(new RedirectCall("header " + name, value));
		}
		if (needsJudgement(value)) {
			this.guard.check(new HeaderCall(name, value));
		}
	}

	/**
	 * A value can only be an attack on the header if it separates something, or holds
	 * what may turn into a control character on its way.
	 */
	private static boolean needsJudgement(@Nullable String value) {
		for (int i = 0; value != null && i < value.length(); i++) {
			char c = value.charAt(i);
			if (c == ';' || c < ' ' || c > 0xFF) {
				return true;
			}
		}
		return false;
	}

}
