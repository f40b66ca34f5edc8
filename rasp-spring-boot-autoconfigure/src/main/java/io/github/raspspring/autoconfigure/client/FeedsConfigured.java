package io.github.raspspring.autoconfigure.client;

import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether there are any feeds, be they complete or not.
 */
final class FeedsConfigured implements Condition {

	private static final ResolvableType FEEDS = ResolvableType.forClassWithGenerics(List.class,
			ResolvableType.forClassWithGenerics(Map.class, String.class, String.class));

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		BindResult<List<Map<String, String>>> feeds = Binder.get(context.getEnvironment())
			.bind("rasp.client.feeds", Bindable.<List<Map<String, String>>>of(FEEDS));
		return feeds.isBound() && !feeds.get().isEmpty();
	}

}
