package io.github.raspspring.web;

import java.io.OutputStream;
import java.io.Writer;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

import io.github.raspspring.engine.Answer;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Tells what a handler may answer with: by the media types it declares, or by the type it
 * returns. Texts, bytes and whatever writes itself may be a page; objects that only a
 * message converter can write are not. In doubt it is anything.
 */
final class HandlerAnswers {

	private static final List<Class<?>> WRAPPERS = List.of(HttpEntity.class, Callable.class, CompletionStage.class,
			DeferredResult.class, WebAsyncTask.class);

	private static final List<Class<?>> MAY_BE_PAGE = List.of(CharSequence.class, byte[].class, Resource.class,
			ModelAndView.class, View.class, StreamingResponseBody.class, ResponseBodyEmitter.class);

	private static final List<Class<?>> WAYS_TO_WRITE = List.of(ServletResponse.class, OutputStream.class,
			Writer.class);

	/** Has one entry per handler of the application at most. */
	private final Map<Method, Answer> byReturnType = new ConcurrentHashMap<>();

	Answer of(HttpServletRequest request, Object handler) {
		if (!(handler instanceof HandlerMethod method)) {
			return Answer.ANYTHING;
		}
		if (request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) instanceof Collection<?> types
				&& !types.isEmpty()) {
			return types.stream().allMatch(HandlerAnswers::isJson) ? Answer.JSON : Answer.ANYTHING;
		}
		Answer known = this.byReturnType.get(method.getMethod());
		return (known != null) ? known
				: this.byReturnType.computeIfAbsent(method.getMethod(), (key) -> byReturnType(method));
	}

	private static Answer byReturnType(HandlerMethod method) {
		ResolvableType type = ResolvableType.forMethodReturnType(method.getMethod(), method.getBeanType());
		boolean writesBody = method.hasMethodAnnotation(ResponseBody.class)
				|| AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class);
		for (ResolvableType inner = unwrap(type); inner != null; inner = unwrap(type)) {
			writesBody |= HttpEntity.class.isAssignableFrom(type.toClass());
			type = inner;
		}
		return (writesBody && isData(type.resolve()) && !writesItself(method)) ? Answer.JSON : Answer.ANYTHING;
	}

	private static @Nullable ResolvableType unwrap(ResolvableType type) {
		for (Class<?> wrapper : WRAPPERS) {
			if (wrapper.isAssignableFrom(type.toClass())) {
				return type.as(wrapper).getGeneric(0);
			}
		}
		return null;
	}

	private static boolean isData(@Nullable Class<?> type) {
		return type != null && type != Object.class && type != void.class && type != Void.class
				&& MAY_BE_PAGE.stream().noneMatch((page) -> page.isAssignableFrom(type))
				&& ReactiveAdapterRegistry.getSharedInstance().getAdapter(type) == null;
	}

	private static boolean writesItself(HandlerMethod method) {
		for (MethodParameter parameter : method.getMethodParameters()) {
			if (WAYS_TO_WRITE.stream().anyMatch((way) -> way.isAssignableFrom(parameter.getParameterType()))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isJson(Object type) {
		return type instanceof MediaType mediaType && (mediaType.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
				|| mediaType.getSubtype().endsWith("+json"));
	}

}
