package io.github.raspspring.carrier.jackson;

import java.io.Serial;

import io.github.raspspring.attack.serialization.DeserializationCall;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.DeserializationContextExt;
import tools.jackson.databind.deser.DeserializerCache;
import tools.jackson.databind.deser.DeserializerFactory;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Asks the guard before a name becomes a class.
 */
final class GuardedContext extends DeserializationContextExt {

	@Serial
	private static final long serialVersionUID = 1L;

	private final transient ObjectProvider<SinkGuard> guard;

	GuardedContext(ObjectProvider<SinkGuard> guard, TokenStreamFactory streams, DeserializerFactory factory,
			DeserializerCache cache, DeserializationConfig config, @Nullable FormatSchema schema,
			@Nullable InjectableValues values) {
		super(streams, factory, cache, config, schema, values);
		this.guard = guard;
	}

	@Override
	public JavaType resolveSubType(JavaType baseType, String subClassName) {
		check(subClassName);
		return super.resolveSubType(baseType, subClassName);
	}

	@Override
	public JavaType resolveAndValidateSubType(JavaType baseType, String subClass, PolymorphicTypeValidator validator) {
		check(subClass);
		return super.resolveAndValidateSubType(baseType, subClass, validator);
	}

	private void check(String type) {
		this.guard.ifAvailable((known) -> {
			if (known.watches(SinkKind.DESERIALIZATION)) {
				known.check(DeserializationCall.ofTypeId("Jackson", type, false));
			}
		});
	}

}
