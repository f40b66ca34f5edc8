package io.github.raspspring.web.tomcat;

import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import io.github.raspspring.web.HeaderWalk;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.http.MimeHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the headers of a request as Tomcat keeps them, and asks it how long answers
 * are. By the servlet API each name is looked for among all headers, and so is each of
 * its values: of forty headers that takes longer than to serve the request. Thread-safe.
 */
public final class HeaderValve extends ValveBase implements HeaderWalk {

	private final HeaderNames names = new HeaderNames();

	private final HeaderValues values = new HeaderValues();

	/** Stays with its thread: to set and remove a value at each request costs more. */
	private final ThreadLocal<Served> current = ThreadLocal.withInitial(Served::new);

	/**
	 * Create the valve.
	 */
	public HeaderValve() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		Served served = this.current.get();
		Request before = served.request;
		served.request = request;
		try {
			getNext().invoke(request, response);
		}
		finally {
			served.request = before;
		}
	}

	/**
	 * A filter in front may show other headers than the container, by a request of its
	 * own.
	 */
	@Override
	public boolean over(HttpServletRequest request, Predicate<String> wanted, BiConsumer<String, String> taker) {
		Request known = this.current.get().request;
		if (known == null || known.getRequest() != request) {
			return false;
		}
		MimeHeaders headers = known.getCoyoteRequest().getMimeHeaders();
		for (int i = 0; i < headers.size(); i++) {
			HeaderNames.Name name = this.names.of(headers.getName(i));
			if (wanted.test(name.text())) {
				MessageBytes value = headers.getValue(i);
				// A text once made is what the application gets as well.
				taker.accept(name.text(), name.repeated() ? this.values.of(value) : value.toStringType());
			}
		}
		return true;
	}

	/**
	 * Find what tells how much of an answer was written or announced: Tomcat counts it.
	 * @param response a response
	 * @return tells it until the request has ended, {@code null} unless the response is
	 * Tomcat's own of the request that the thread serves
	 */
	public @Nullable LongSupplier measure(HttpServletResponse response) {
		Request known = this.current.get().request;
		Response answer = (known != null) ? known.getResponse() : null;
		if (answer == null || answer.getResponse() != response) {
			return null;
		}
		return () -> Math.max(answer.getContentWritten(), answer.getCoyoteResponse().getContentLengthLong());
	}

	/**
	 * What a thread is at.
	 */
	private static final class Served {

		private @Nullable Request request;

	}

}
