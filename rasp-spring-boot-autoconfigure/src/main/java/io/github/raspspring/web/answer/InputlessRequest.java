package io.github.raspspring.web.answer;

import java.io.BufferedReader;
import java.io.Reader;
import java.security.Principal;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;

/**
 * What the application's filters see of a refused request: that somebody unknown gets a
 * page, and words that can do no harm. There is nothing to read, to log in with or to go
 * on with, whatever the client sent.
 */
final class InputlessRequest extends AttributesApart {

	private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

	private final RequestForLookUp forLookUp;

	private final String path;

	private final boolean pathShown;

	private boolean admitted = true;

	InputlessRequest(HttpServletRequest request) {
		super(request);
		this.forLookUp = new RequestForLookUp(request);
		this.pathShown = HarmlessText.isPath(request.getRequestURI());
		this.path = this.pathShown ? request.getRequestURI() : request.getContextPath() + "/";
	}

	/**
	 * Return the same request for Spring, which looks up what is configured for it.
	 */
	RequestForLookUp forLookUp() {
		return this.forLookUp;
	}

	/**
	 * Tell whether filters of the application may see it from now on.
	 */
	void admit(boolean admitted) {
		this.admitted = admitted;
	}

	boolean isAdmitted() {
		return this.admitted;
	}

	@Override
	public String getMethod() {
		return SAFE_METHODS.contains(super.getMethod()) ? super.getMethod() : "GET";
	}

	@Override
	public String getRequestURI() {
		return this.path;
	}

	@Override
	public StringBuffer getRequestURL() {
		String host = HarmlessText.isWord(getServerName()) ? getServerName() : "localhost";
		return new StringBuffer(getScheme()).append("://").append(host).append(this.path);
	}

	@Override
	public String getServletPath() {
		return this.pathShown ? super.getServletPath() : "/";
	}

	@Override
	public @Nullable String getPathInfo() {
		return this.pathShown ? super.getPathInfo() : null;
	}

	@Override
	public @Nullable String getPathTranslated() {
		return null;
	}

	@Override
	public @Nullable String getQueryString() {
		return null;
	}

	@Override
	public @Nullable String getHeader(String name) {
		String value = HarmlessText.isNameOfCredentials(name) ? null : super.getHeader(name);
		return (value != null && HarmlessText.isHeader(name, value)) ? value : null;
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		String value = getHeader(name);
		return Collections.enumeration((value != null) ? List.of(value) : List.of());
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		return Collections.enumeration(Collections.list(super.getHeaderNames())
			.stream()
			.filter((name) -> HarmlessText.isWord(name) && getHeader(name) != null)
			.toList());
	}

	@Override
	public long getDateHeader(String name) {
		return -1;
	}

	@Override
	public int getIntHeader(String name) {
		return -1;
	}

	@Override
	public Cookie @Nullable [] getCookies() {
		return null;
	}

	@Override
	public @Nullable String getParameter(String name) {
		return null;
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return Map.of();
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.emptyEnumeration();
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return null;
	}

	@Override
	public Collection<Part> getParts() {
		return List.of();
	}

	@Override
	public @Nullable Part getPart(String name) {
		return null;
	}

	@Override
	public int getContentLength() {
		return -1;
	}

	@Override
	public long getContentLengthLong() {
		return -1;
	}

	@Override
	public @Nullable String getContentType() {
		return null;
	}

	@Override
	public ServletInputStream getInputStream() {
		return new Nothing();
	}

	@Override
	public BufferedReader getReader() {
		return new BufferedReader(Reader.nullReader());
	}

	@Override
	public @Nullable HttpSession getSession(boolean create) {
		if (create) {
			throw new IllegalStateException("A refused request has no session");
		}
		return null;
	}

	@Override
	public @Nullable HttpSession getSession() {
		return getSession(true);
	}

	@Override
	public @Nullable String getRequestedSessionId() {
		return null;
	}

	@Override
	public boolean isRequestedSessionIdValid() {
		return false;
	}

	@Override
	public @Nullable String getRemoteUser() {
		return null;
	}

	@Override
	public @Nullable Principal getUserPrincipal() {
		return null;
	}

	@Override
	public boolean isUserInRole(String role) {
		return false;
	}

	@Override
	public boolean authenticate(HttpServletResponse response) {
		return false;
	}

	@Override
	public void login(String user, String password) {
		throw new IllegalStateException("Nobody logs in with a refused request");
	}

	@Override
	public RequestDispatcher getRequestDispatcher(String target) {
		return new Nowhere();
	}

	@Override
	public boolean isAsyncSupported() {
		return false;
	}

	@Override
	public AsyncContext startAsync() {
		throw new IllegalStateException("A refused request is not served later");
	}

	@Override
	public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
		return startAsync();
	}

	@Override
	public <T extends HttpUpgradeHandler> T upgrade(Class<T> type) {
		throw new IllegalStateException("A refused request is not upgraded");
	}

	private static final class Nowhere implements RequestDispatcher {

		@Override
		public void forward(ServletRequest request, ServletResponse response) {
			// No handler answers a refused request.
		}

		@Override
		public void include(ServletRequest request, ServletResponse response) {
			// As above.
		}

	}

	private static final class Nothing extends ServletInputStream {

		@Override
		public boolean isFinished() {
			return true;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
			throw new IllegalStateException("There is nothing to read");
		}

		@Override
		public int read() {
			return -1;
		}

	}

}
