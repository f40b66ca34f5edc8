package io.github.raspspring.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * An application whose filters write headers, describe the answer, read all they can, act
 * and fail.
 */
@Configuration(proxyBeanMethods = false)
@Import({ FilteredApplication.Seen.class, FilteredApplication.Pages.class })
class FilteredApplication {

	@Bean
	Filter requestId() {
		return once((request, response, chain) -> {
			String id = request.getHeader("X-Request-Id");
			response.setHeader("X-Request-Id", (id != null) ? id : "made-up");
			response.addCookie(new Cookie("visit", "1"));
			chain.doFilter(request, response);
		});
	}

	@Bean
	Filter policies() {
		return once((request, response, chain) -> {
			response.setHeader("X-Content-Policy", "own");
			response.setHeader("Content-Security-Policy", "default-src 'self'");
			chain.doFilter(request, response);
		});
	}

	@Bean
	FilterRegistrationBean<Filter> timing() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(once((request, response, chain) -> {
			response.setHeader("Server-Timing", "app;dur=1");
			chain.doFilter(request, response);
		}));
		registration.setOrder(-50);
		return registration;
	}

	@Bean
	FilterRegistrationBean<Filter> shop() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(once((request, response, chain) -> {
			response.setHeader("X-Shop", "yes");
			chain.doFilter(request, response);
		}));
		registration.addUrlPatterns("/shop/*");
		return registration;
	}

	/** Of the servlet that serves the pages, and ahead of all others by its order. */
	@Bean
	FilterRegistrationBean<Filter> ofServlet() {
		return ofServlet("X-Of-Servlet", "dispatcherServlet");
	}

	@Bean
	FilterRegistrationBean<Filter> ofAnotherServlet() {
		return ofServlet("X-Of-Another-Servlet", "reports");
	}

	private static FilterRegistrationBean<Filter> ofServlet(String header, String servlet) {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(once((request, response, chain) -> {
			response.setHeader(header, "yes");
			chain.doFilter(request, response);
		}));
		registration.addServletNames(servlet);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	@Bean
	FilterRegistrationBean<Filter> switchedOff() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(once((request, response, chain) -> {
			throw new IllegalStateException("It is switched off");
		}));
		registration.setEnabled(false);
		return registration;
	}

	@Bean
	ShallowEtagHeaderFilter etags() {
		return new ShallowEtagHeaderFilter();
	}

	/** Answers by itself what it is not asked for, such as a page for logging in. */
	@Bean
	Filter describing() {
		return once((request, response, chain) -> {
			if (request.getParameter("q") != null) {
				chain.doFilter(request, response);
				return;
			}
			response.setStatus(302);
			response.setHeader("Location", "/login");
			response.setHeader("WWW-Authenticate", "Basic");
			response.setHeader("Content-Encoding", "gzip");
			response.setHeader("Content-Disposition", "attachment");
			response.setHeader("Content-Language", "de");
			response.setContentType("text/html");
			response.reset();
			try (GZIPOutputStream body = new GZIPOutputStream(response.getOutputStream())) {
				body.write(1);
			}
			response.flushBuffer();
			chain.doFilter(request, response);
			response.sendError(500);
		});
	}

	@Bean
	Filter reading(Seen seen) {
		return once((request, response, chain) -> {
			seen.note(request);
			chain.doFilter(request, response);
			seen.statuses.add(response.getStatus());
		});
	}

	/** Serves an address by itself, as old applications do. */
	@Bean
	Filter acting(Seen seen) {
		return once((request, response, chain) -> {
			if (request.getRequestURI().startsWith("/act") && "POST".equals(request.getMethod())) {
				seen.acts.incrementAndGet();
				response.setStatus(202);
				return;
			}
			if (request.getRequestURI().startsWith("/session")) {
				request.getSession().setAttribute("visit", 1);
			}
			chain.doFilter(request, response);
		});
	}

	/** Fails where there is nothing to read. */
	@Bean
	FilterRegistrationBean<Filter> failing() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(once((request, response, chain) -> {
			response.setHeader("X-Before-Failure", "yes");
			chain.doFilter(request, response);
			if (request.getParameter("q") == null) {
				throw new IllegalStateException("Nothing to look for");
			}
		}));
		return registration;
	}

	static Filter once(Step step) {
		return new OncePerRequestFilter() {

			@Override
			protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
					throws ServletException, IOException {
				step.run(request, response, chain);
			}

		};
	}

	interface Step {

		void run(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws IOException, ServletException;

	}

	static class Seen {

		private final List<String> texts = new CopyOnWriteArrayList<>();

		private final List<String> methods = new CopyOnWriteArrayList<>();

		private final List<Integer> statuses = new CopyOnWriteArrayList<>();

		private final AtomicInteger acts = new AtomicInteger();

		private final AtomicInteger handled = new AtomicInteger();

		void note(HttpServletRequest request) throws IOException, ServletException {
			this.methods.add(request.getMethod());
			List<String> texts = new ArrayList<>();
			texts.add(request.getRequestURI());
			texts.add(request.getRequestURL().toString());
			texts.add(request.getServletPath());
			texts.add(String.valueOf(request.getPathInfo()));
			texts.add(String.valueOf(request.getQueryString()));
			request.getParameterMap().forEach((name, values) -> texts.add(name + Arrays.toString(values)));
			texts.add(String.valueOf(request.getParameter("q")));
			for (String name : Collections.list(request.getHeaderNames())) {
				texts.add(name + Collections.list(request.getHeaders(name)));
			}
			texts.add(String.valueOf(request.getHeader("Authorization")) + request.getHeader("Cookie")
					+ request.getHeader("X-Note"));
			texts.add(Arrays.toString(request.getCookies()));
			texts.add(new String(request.getInputStream().readAllBytes()));
			texts.add(request.getUserPrincipal() + request.getRemoteUser());
			this.texts.addAll(texts);
		}

		void forget() {
			List.of(this.texts, this.methods, this.statuses).forEach(List::clear);
			this.acts.set(0);
			this.handled.set(0);
		}

		List<String> texts() {
			return this.texts;
		}

		List<String> methods() {
			return this.methods;
		}

		List<Integer> statuses() {
			return this.statuses;
		}

		int acts() {
			return this.acts.get();
		}

		int handled() {
			return this.handled.get();
		}

	}

	@RestController
	static class Pages {

		private final Seen seen;

		Pages(Seen seen) {
			this.seen = seen;
		}

		@RequestMapping({ "/shop/open", "/other", "/session", "/shop/closed" })
		String page(@RequestParam String q) {
			this.seen.handled.incrementAndGet();
			return q;
		}

	}

}
