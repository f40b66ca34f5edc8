package io.github.raspspring.carrier.jackson;

import java.io.Serial;

import io.github.raspspring.sink.SinkGuard;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.cfg.DeserializationContexts;
import tools.jackson.databind.deser.DeserializationContextExt;
import tools.jackson.databind.deser.DeserializerCache;
import tools.jackson.databind.deser.DeserializerFactory;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Makes the contexts in which a mapper reads.
 */
final class GuardedContexts extends DeserializationContexts {

	@Serial
	private static final long serialVersionUID = 1L;

	private final transient ObjectProvider<SinkGuard> guard;

	GuardedContexts(ObjectProvider<SinkGuard> guard) {
		this.guard = guard;
	}

	private GuardedContexts(ObjectProvider<SinkGuard> guard, TokenStreamFactory streams, DeserializerFactory factory,
			DeserializerCache cache) {
		super(streams, factory, cache);
		this.guard = guard;
	}

	@Override
	protected DeserializationContexts forMapper(Object mapper, TokenStreamFactory streams, DeserializerFactory factory,
			DeserializerCache cache) {
		return new GuardedContexts(this.guard, streams, factory, cache);
	}

	@Override
	public DeserializationContextExt createContext(DeserializationConfig config, @Nullable FormatSchema schema,
			@Nullable InjectableValues values) {
		return new GuardedContext(this.guard, this._streamFactory, this._deserializerFactory, this._cache, config,
				schema, values);
	}

}
