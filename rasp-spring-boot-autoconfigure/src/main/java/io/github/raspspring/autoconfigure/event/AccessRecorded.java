package io.github.raspspring.autoconfigure.event;

import java.util.Locale;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches where requests that were served are events.
 */
final class AccessRecorded implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		String access = context.getEnvironment().getProperty("rasp.events.access", "off");
		return !access.toLowerCase(Locale.ROOT).equals("off") && !access.equals("false");
	}

}
