package io.github.raspspring.profile.answer;

import java.io.IOException;
import java.util.List;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Looks at answers. Stands right behind the filter that begins the exchange. What passes
 * is judged when the exchange ends; what is held back, when the handler has answered.
 */
public final class AnswerFilter implements Filter {

	private static final String ANSWER = AnswerFilter.class.getName();

	private final InspectionScope scope;

	private final List<AnswerPolicy> policies;

	private final AnswerJudge judge;

	private final int most;

	private final AnswerCounts counts;

	/**
	 * Create the filter.
	 * @param scope where the exchange is found
	 * @param policies what becomes of the answers of routes; the first that matches wins
	 * @param judge reports what is seen
	 * @param most bytes of an answer that are looked at
	 * @param counts counts what is looked at, and what is not
	 */
	public AnswerFilter(InspectionScope scope, List<AnswerPolicy> policies, AnswerJudge judge, int most,
			AnswerCounts counts) {
		this.scope = scope;
		this.policies = List.copyOf(policies);
		this.judge = judge;
		this.most = most;
		this.counts = counts;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (!(this.scope.current() instanceof Exchange exchange)
				|| exchange.policy().modeOf(AnswerJudge.SOURCE) == EnforcementMode.OFF
				|| !(request instanceof HttpServletRequest httpRequest)
				|| !(response instanceof HttpServletResponse httpResponse)) {
			chain.doFilter(request, response);
			return;
		}
		AnswerPolicy policy = policy(exchange);
		WatchedAnswer known = known(request);
		WatchedAnswer answer = (known != null) ? known : begin(exchange, policy, httpRequest, httpResponse);
		chain.doFilter(request, (known != null) ? response : answer);
		if (request.isAsyncStarted()) {
		}
		else if (answer.isHeld()) {
			finish(exchange, policy, answer);
		}
	}

	/**
	 * Return the answer that was begun before the request went on in another thread,
	 * which the container waits with until this one has returned.
	 */
	private static @Nullable WatchedAnswer known(ServletRequest request) {
		return (request.getDispatcherType() == DispatcherType.ASYNC
				&& request.getAttribute(ANSWER) instanceof WatchedAnswer watched) ? watched : null;
	}

	private WatchedAnswer begin(Exchange exchange, @Nullable AnswerPolicy policy, HttpServletRequest request,
			HttpServletResponse response) {
		boolean holdsBack = policy != null && policy.holdsBack();
		WatchedAnswer answer = new WatchedAnswer(request, response, holdsBack, this.most, this.counts);
		request.setAttribute(ANSWER, answer);
		if (!holdsBack) {
			exchange.onCompletion(() -> watched(exchange, answer));
		}
		return answer;
	}

	private void watched(Exchange exchange, WatchedAnswer answer) {
		try {
			AnswerMemory memory = answer.complete();
			if (memory != null) {
				this.judge.judge(exchange, memory, answer.isJson(), EnforcementMode.MONITOR);
			}
		}
		catch (RuntimeException ex) {
			this.counts.failed();
		}
	}

	/**
	 * An answer that leaks is kept back, and the filter in front answers the refusal.
	 */
	private void finish(Exchange exchange, @Nullable AnswerPolicy policy, WatchedAnswer answer) throws IOException {
		AnswerMemory memory = answer.complete();
		if (memory == null || policy == null) {
			return;
		}
		byte[] bytes = memory.bytes();
		int length = memory.length();
		if (exchange.decision().refuses() || this.judge.judge(exchange, memory, answer.isJson(), policy.mode())) {
			answer.drop();
			return;
		}
		if (answer.isJson() && !policy.redacted().isEmpty()) {
			byte[] redacted = JsonRedaction.of(bytes, length, policy.redacted());
			if (redacted.length != length || !java.util.Arrays.equals(redacted, 0, length, bytes, 0, length)) {
				this.counts.redacted();
			}
			answer.release(redacted, redacted.length);
			return;
		}
		answer.release(bytes, length);
	}

	private @Nullable AnswerPolicy policy(Exchange exchange) {
		for (int i = 0; i < this.policies.size(); i++) {
			if (this.policies.get(i).matches(exchange)) {
				return this.policies.get(i);
			}
		}
		return null;
	}

}
