package io.github.raspspring.carrier.jackson;

import java.util.List;

import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.DeserializationContexts;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.core.Ordered;

/**
 * Has the mappers that Spring Boot builds ask the guard about each class that JSON names,
 * be it by default typing or by an annotated type.
 */
public final class JsonTypeGuard implements JsonMapperBuilderCustomizer, Ordered, SinkCarrier {

	private final ObjectProvider<SinkGuard> guard;

	private volatile boolean carries;

	/**
	 * Create a carrier. Mappers are made long before the beans that the guard is made of.
	 * @param guard provides what judges the calls
	 */
	public JsonTypeGuard(ObjectProvider<SinkGuard> guard) {
		this.guard = guard;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void customize(JsonMapper.Builder builder) {
		DeserializationContexts present = builder.deserializationContexts();
		if (isDefault(present)) {
			builder.deserializationContexts(new GuardedContexts(this.guard));
			this.carries = true;
		}
	}

	private static boolean isDefault(@Nullable DeserializationContexts present) {
		return present == null || present.getClass() == DeserializationContexts.DefaultImpl.class;
	}

	@Override
	public List<SinkCoverage> coverage() {
		return List.of(new SinkCoverage(SinkKind.DESERIALIZATION,
				this.carries ? List.of("classes named by JSON in JsonMapper.Builder of Spring Boot") : List.of(),
				List.of("Mappers that are made without the builder of Spring Boot; names that a mapper has let pass "
						+ "before, which it doesn't ask about again.")));
	}

}
