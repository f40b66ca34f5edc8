package io.github.raspspring.web.answer;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * A request by which Spring looks up what is configured for it. Its body is not read:
 * parameters are those of the query.
 */
final class RequestForLookUp extends AttributesApart {

	private @Nullable Map<String, String[]> parameters;

	RequestForLookUp(HttpServletRequest request) {
		super(request);
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		Map<String, String[]> map = this.parameters;
		if (map == null) {
			map = ofQuery(getQueryString());
			this.parameters = map;
		}
		return map;
	}

	@Override
	public @Nullable String getParameter(String name) {
		String[] values = getParameterMap().get(name);
		return (values != null) ? values[0] : null;
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return getParameterMap().get(name);
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(getParameterMap().keySet());
	}

	private static Map<String, String[]> ofQuery(@Nullable String query) {
		Map<String, String[]> map = new LinkedHashMap<>();
		for (String field : StringUtils.tokenizeToStringArray(query, "&")) {
			int equals = field.indexOf('=');
			String name = decoded((equals < 0) ? field : field.substring(0, equals));
			map.merge(name, new String[] { decoded((equals < 0) ? "" : field.substring(equals + 1)) },
					StringUtils::concatenateStringArrays);
		}
		return map;
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

}
