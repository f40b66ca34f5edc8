package io.github.raspspring.web.tomcat;

import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import io.github.raspspring.web.HeaderWalk;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * Walks over the headers of a request as Tomcat keeps them. By the servlet API each name
 * is looked for among all headers, and so is each of its values: of forty headers that
 * takes longer than to serve the request. Thread-safe.
 */
public final class HeaderValve extends ValveBase implements HeaderWalk {

	private final ThreadLocal<Request> current = new ThreadLocal<>();

	/**
	 * Create the valve.
	 */
	public HeaderValve() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		this.current.set(request);
		try {
			getNext().invoke(request, response);
		}
		finally {
			this.current.remove();
		}
	}

	/**
	 * A filter in front may show other headers than the container, by a request of its
	 * own.
	 */
	@Override
	public boolean over(HttpServletRequest request, Predicate<String> wanted, BiConsumer<String, String> taker) {
		Request known = this.current.get();
		if (known == null || known.getRequest() != request) {
			return false;
		}
		MimeHeaders headers = known.getCoyoteRequest().getMimeHeaders();
		for (int i = 0; i < headers.size(); i++) {
			String name = headers.getName(i).toString();
			if (wanted.test(name)) {
				taker.accept(name, headers.getValue(i).toString());
			}
		}
		return true;
	}

}
