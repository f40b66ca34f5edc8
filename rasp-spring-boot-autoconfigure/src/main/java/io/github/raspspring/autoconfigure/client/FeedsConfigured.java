package io.github.raspspring.autoconfigure.client;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether there are any feeds, be they complete or not.
 */
final class FeedsConfigured implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return Binder.get(context.getEnvironment())
			.bind("rasp.client.feeds", Bindable.listOf(Object.class))
			.map((feeds) -> !feeds.isEmpty())
			.orElse(false);
	}

}
