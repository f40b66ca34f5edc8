package io.github.raspspring.carrier.servlet;

import java.util.List;

import io.github.raspspring.attack.url.ForwardCall;
import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Judges the names of views that handlers return, before they are resolved. Registered
 * first, so it is asked last, when other interceptors have had their say.
 */
public final class ViewGuardInterceptor implements HandlerInterceptor, SinkCarrier {

	private final SinkGuard guard;

	/**
	 * Create the interceptor.
	 * @param guard judges the calls
	 */
	public ViewGuardInterceptor(SinkGuard guard) {
		this.guard = guard;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView modelAndView) {
		String view = (modelAndView != null) ? modelAndView.getViewName() : null;
		if (view != null && this.guard.watches(SinkKind.FORWARD)) {
			this.guard.check(new ForwardCall("view", view, ForwardCall.Target.VIEW));
		}
	}

	@Override
	public List<SinkCoverage> coverage() {
		return List.of(new SinkCoverage(SinkKind.FORWARD, List.of("names of views", "views of exception handlers"),
				List.of("Names of views that an exception resolver bean of the application chooses, until they are"
						+ " forwarded to.")));
	}

}
