package io.github.raspspring.ways;

import java.io.IOException;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Reads a request in the way that the path names, and answers what it read. The path says
 * too where it reads: at once, behind a dispatch, on another thread or without blocking.
 */
final class ReadingServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;

	@Override
	protected void service(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		String[] path = request.getServletPath().substring(1).split("/");
		String reading = path[path.length - 1];
		boolean included = request.getDispatcherType() == DispatcherType.INCLUDE;
		if (included || request.getDispatcherType() == DispatcherType.ASYNC) {
			answer(reading, request, response);
			return;
		}
		switch (path[1]) {
			case "forward" -> request.getRequestDispatcher("/read/now/" + reading).forward(request, response);
			case "include" -> request.getRequestDispatcher("/read/now/" + reading).include(request, response);
			case "error" -> response.sendError(418, reading);
			case "thread" -> onThread(reading, request, request.startAsync(request, response));
			case "bare-thread" -> onThread(reading, request, request.startAsync());
			case "dispatch" -> request.startAsync(request, response).dispatch("/read/now/" + reading);
			case "bare-dispatch" -> request.startAsync().dispatch("/read/now/" + reading);
			case "listener" -> request.getInputStream()
				.setReadListener(new EchoListener(request.startAsync(), request.getInputStream()));
			case "swallow" -> swallow(reading, request, response);
			default -> answer(reading, request, response);
		}
	}

	private static void onThread(String reading, HttpServletRequest request, AsyncContext context) {
		context.start(() -> {
			try {
				answer(reading, (HttpServletRequest) context.getRequest(), (HttpServletResponse) context.getResponse());
			}
			catch (IOException | ServletException ex) {
				throw new IllegalStateException(ex);
			}
			finally {
				context.complete();
			}
		});
	}

	private static void swallow(String reading, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		try {
			Readings.read(reading, request);
		}
		catch (IOException | ServletException | RuntimeException ex) {
			// As if nothing had happened.
		}
		response.getWriter().print("all is well");
	}

	static void answer(String reading, HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		byte[] read = Readings.read(reading, request);
		response.setContentType("application/octet-stream");
		response.getOutputStream().write(read);
	}

}
