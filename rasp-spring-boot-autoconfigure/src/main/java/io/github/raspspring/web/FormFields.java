package io.github.raspspring.web;

import java.io.InputStream;
import java.io.Reader;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * Reads the fields of URL-encoded and multipart forms, as the container has parsed them.
 * Leaves the body alone where the handler wants to read it itself: the container parses
 * it once only.
 */
final class FormFields {

	private FormFields() {
	}

	static void read(HttpServletRequest request, Object handler, Collection<InputValue> arrivals) {
		MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
		if (multipart != null) {
			addFields(multipart, InputLocation.MULTIPART, arrivals);
			addFiles(multipart, arrivals);
		}
		else if (isForm(request) && !readsBodyItself(handler)) {
			addFields(request, InputLocation.FORM, arrivals);
		}
	}

	private static void addFields(HttpServletRequest request, InputLocation location, Collection<InputValue> arrivals) {
		for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
			arrivals.add(InputValue.ofName(location, field.getKey()));
			for (String value : field.getValue()) {
				if (!arrivals.add(new InputValue(location, field.getKey(), value))) {
					return;
				}
			}
		}
	}

	private static void addFiles(MultipartHttpServletRequest request, Collection<InputValue> arrivals) {
		for (Map.Entry<String, List<MultipartFile>> part : request.getMultiFileMap().entrySet()) {
			arrivals.add(InputValue.ofName(InputLocation.MULTIPART, part.getKey()));
			for (MultipartFile file : part.getValue()) {
				@Nullable String fileName = file.getOriginalFilename();
				if (fileName != null && !fileName.isEmpty()) {
					arrivals.add(new InputValue(InputLocation.MULTIPART, part.getKey() + ".filename", fileName));
				}
			}
		}
	}

	private static boolean isForm(HttpServletRequest request) {
		String contentType = request.getContentType();
		return contentType != null && contentType.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33);
	}

	private static boolean readsBodyItself(Object handler) {
		if (!(handler instanceof HandlerMethod method)) {
			return true;
		}
		for (MethodParameter parameter : method.getMethodParameters()) {
			Class<?> type = parameter.getParameterType();
			if (InputStream.class.isAssignableFrom(type) || Reader.class.isAssignableFrom(type)
					|| ServletRequest.class.isAssignableFrom(type)) {
				return true;
			}
		}
		return false;
	}

}
