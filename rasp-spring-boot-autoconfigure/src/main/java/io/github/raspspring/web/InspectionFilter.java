package io.github.raspspring.web;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

import io.github.raspspring.document.InnerDocuments;
import io.github.raspspring.engine.Answer;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.JvmErrors;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends the exchange, just before Spring Security: judges what is known of the
 * request by now, binds the exchange to the thread, and sees to it that a refusal reaches
 * the client even where the application swallowed it. Later dispatches of the request
 * continue the same exchange.
 */
public final class InspectionFilter implements Filter {

	private static final int SERVER_ERROR = 500;

	private final InspectionPipeline pipeline;

	private final InspectionScope scope;

	private final ClientResolver clients;

	private final BodyInspector bodies;

	private final RefusalWriter refusals;

	private final CommittedAnswer committed;

	private final AnswerHeaders headers;

	private final Dispatches dispatches;

	private final RequestValues values;

	private final ServedServlets servlets = new ServedServlets();

	/**
	 * Create the filter.
	 * @param pipeline judges the exchange
	 * @param scope where sinks find it
	 * @param clients finds out who sends a request
	 * @param bodies judges bodies when they are read
	 * @param refusals answers what is refused
	 * @param committed ends answers that are on their way
	 * @param headers adds what answers have that are given behind this filter
	 * @param walk shows the headers of requests
	 * @param dispatches judges where requests are dispatched to
	 */
	public InspectionFilter(InspectionPipeline pipeline, InspectionScope scope, ClientResolver clients,
			BodyInspector bodies, RefusalWriter refusals, CommittedAnswer committed, AnswerHeaders headers,
			HeaderWalk walk, Dispatches dispatches) {
		this.values = new RequestValues(walk);
		this.pipeline = pipeline;
		this.scope = scope;
		this.clients = clients;
		this.bodies = bodies;
		this.refusals = refusals;
		this.committed = committed;
		this.headers = headers;
		this.dispatches = dispatches;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request instanceof HttpServletRequest httpRequest && response instanceof HttpServletResponse httpResponse) {
			filter(httpRequest, httpResponse, chain);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Exchange known = ExchangeHolder.find(request);
		DispatcherType type = request.getDispatcherType();
		if (type == DispatcherType.FORWARD || type == DispatcherType.INCLUDE) {
			nested(known, request, response, chain);
			return;
		}
		if (known != null) {
			resume(known, request, response, chain);
			return;
		}
		Exchange exchange = open(request);
		if (exchange.policy().mode() == EnforcementMode.OFF) {
			chain.doFilter(request, response);
			return;
		}
		ExchangeHolder.keep(request, exchange);
		begin(exchange, request, response, chain);
	}

	private void begin(Exchange exchange, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		boolean failed = true;
		try (InspectionScope.Binding binding = this.scope.bind(exchange)) {
			List<InputValue> arrivals = this.values.of(request, exchange.path());
			InnerDocuments.unfold(arrivals, arrivals::add);
			Decision decision = this.pipeline.enter(exchange, Phase.REQUEST, arrivals);
			if (decision.refuses() || isRefusedWithoutHandler(exchange, request)) {
				response.setStatus(RefusalWriter.statusOf(exchange.decision()));
				this.headers.fromSecurityOn(request, response);
				this.refusals.announce(exchange, response);
				this.refusals.write(exchange.decision(), request, response);
			}
			else {
				proceed(exchange, guarded(exchange, request, response), response, chain);
			}
			failed = false;
		}
		finally {
			if (request.isAsyncStarted()) {
				request.getAsyncContext().addListener(new AsyncCompletion(this.pipeline, exchange, response));
			}
			else {
				// The container makes an exception an error only after this filter.
				boolean error = failed && !response.isCommitted();
				this.pipeline.complete(exchange, error ? SERVER_ERROR : response.getStatus());
			}
		}
	}

	private void resume(Exchange exchange, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		try (InspectionScope.Binding binding = this.scope.bind(exchange)) {
			proceed(exchange, guarded(exchange, request, response), response, chain);
		}
		finally {
			if (request.getDispatcherType() == DispatcherType.ERROR) {
				this.pipeline.completeAgain(exchange);
			}
		}
	}

	/**
	 * Within another dispatch, which answers a refusal. The container would log it as a
	 * failure of the servlet that it leaves here.
	 */
	private void nested(@Nullable Exchange exchange, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws IOException, ServletException {
		try {
			chain.doFilter(request, response);
		}
		catch (IOException | ServletException | RuntimeException ex) {
			if (exchange != null && exchange.decision().refuses()) {
				throw this.committed.quietly(exchange);
			}
			throw ex;
		}
	}

	/**
	 * Every dispatch starts with the container's own request.
	 */
	private HttpServletRequest guarded(Exchange exchange, HttpServletRequest request, HttpServletResponse response) {
		EarlyRefusal refusal = new EarlyRefusal(this.refusals, request, response);
		return InspectedRequest.mayHaveBody(request)
				? InspectedRequest.of(request, this.scope, RequestReading.of(exchange, this.bodies, refusal),
						this.dispatches)
				: AsyncInspectedRequest.of(request, exchange, this.scope, refusal, this.dispatches);
	}

	private void proceed(Exchange exchange, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		try {
			chain.doFilter(request, response);
		}
		catch (IOException | ServletException | RuntimeException ex) {
			if (request.getDispatcherType() == DispatcherType.ERROR) {
				RefusalWriter.takeBack(request);
			}
			if (!refusedInstead(exchange, request, response) && !isRefused(exchange, request, response)) {
				this.committed.abortIfRefused(exchange, request, response);
				throw ex;
			}
			if (request.isAsyncStarted()) {
				request.getAsyncContext().complete();
			}
			return;
		}
		if (!request.isAsyncStarted()) {
			answeredWithoutHandler(exchange, response);
			if (!refusedInstead(exchange, request, response)) {
				this.committed.abortIfRefused(exchange, request, response);
			}
		}
	}

	/**
	 * A servlet other than that of Spring answers with whatever it likes, and may have
	 * sent it before anybody can decide on what waits for a handler.
	 */
	private boolean isRefusedWithoutHandler(Exchange exchange, HttpServletRequest request) {
		return !this.servlets.mayFindHandler(request)
				&& this.pipeline.answeredWith(exchange, Answer.ANYTHING).refuses();
	}

	/**
	 * Another filter or servlet may have answered, with whatever it likes: decide on what
	 * waited for a handler, as long as that can still change the answer.
	 */
	private void answeredWithoutHandler(Exchange exchange, HttpServletResponse response) {
		if (!response.isCommitted()) {
			this.pipeline.answeredWith(exchange, Answer.ANYTHING);
		}
	}

	/**
	 * Replace the answer of an application that swallowed a refusal. A 401 or 429 stands:
	 * whoever wrote it has refused the request already.
	 */
	private boolean refusedInstead(Exchange exchange, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Decision decision = exchange.decision();
		if (!decision.refuses() || IdentityFilter.isChallenged(request)) {
			return false;
		}
		if (RefusalWriter.isHandedOver(request)) {
			if (request.getDispatcherType() != DispatcherType.ERROR || response.isCommitted()
					|| response.getStatus() == RefusalWriter.statusOf(decision)) {
				return true;
			}
		}
		else if (response.getStatus() == 401 || response.getStatus() == 429) {
			return false;
		}
		if (!response.isCommitted()) {
			this.headers.atHandler(request, response);
		}
		return this.refusals.write(decision, request, response);
	}

	/**
	 * Whether the refusal is on its way already.
	 */
	private static boolean isRefused(Exchange exchange, HttpServletRequest request, HttpServletResponse response) {
		return exchange.decision().refuses() && response.isCommitted() && RefusalWriter.isRefusal(response)
				&& RefusalWriter.hasWritten(request);
	}

	/**
	 * Where nobody can tell who sends a request it is whoever is connected.
	 */
	private Exchange open(HttpServletRequest request) {
		try {
			return this.pipeline.begin(facts(request, Objects.requireNonNull(this.clients.resolve(request))));
		}
		catch (Throwable ex) {
			JvmErrors.rethrow(ex);
			Exchange exchange = this.pipeline.begin(facts(request, new ClientIdentity(request.getRemoteAddr())));
			if (exchange.policy().mode() != EnforcementMode.OFF) {
				this.pipeline.failed(exchange, "client-resolver", ex);
			}
			return exchange;
		}
	}

	private static RequestFacts facts(HttpServletRequest request, ClientIdentity client) {
		return new RequestFacts(request.getMethod(), pathWithinApplication(request), client,
				presentsCredentials(request, client));
	}

	/**
	 * Whoever may be verified later is judged then, by whatever means that happens.
	 */
	private static boolean presentsCredentials(HttpServletRequest request, ClientIdentity client) {
		return request.getHeader("Authorization") != null || client.apiKey() != null
				|| KnownSession.isLoggedIn(request);
	}

	private static String pathWithinApplication(HttpServletRequest request) {
		String uri = request.getRequestURI();
		String contextPath = request.getContextPath();
		return uri.startsWith(contextPath) ? uri.substring(contextPath.length()) : uri;
	}

	/**
	 * Judges where the application dispatches requests to, before it happens.
	 */
	public interface Dispatches {

		/** Nobody judges. */
		Dispatches UNJUDGED = new Dispatches() {

		};

		/**
		 * Guard a dispatcher that was asked for.
		 * @param dispatcher forwards and includes
		 * @param path the path that the application has put together
		 * @return one that judges the path before
		 */
		default RequestDispatcher guarded(RequestDispatcher dispatcher, String path) {
			return dispatcher;
		}

		/**
		 * Guard a context.
		 * @param context dispatches asynchronously
		 * @return one that judges paths before
		 */
		default AsyncContext guarded(AsyncContext context) {
			return context;
		}

	}

}
