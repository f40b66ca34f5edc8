package io.github.raspspring.carrier.jvm;

import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Puts hooks into the classes of the JVM, once for all applications that run in it. They
 * stay when an application ends, and do nothing then.
 */
final class Weaver {

	private final Bridge bridge;

	private final HookTransformer transformer;

	private Weaver(Bridge bridge, HookTransformer transformer) {
		this.bridge = bridge;
		this.transformer = transformer;
	}

	/**
	 * Weave the hooks of a table in, unless they are.
	 * @throws IllegalStateException if another version of the product has woven its own
	 */
	static Weaver weave(Instrumentation instrumentation, HookTable table) throws ReflectiveOperationException {
		Bridge bridge = Bridge.in(instrumentation);
		Object[] woven = bridge.woven();
		if (woven == null) {
			HookTransformer transformer = new HookTransformer(table);
			bridge.weave(table.fingerprint(), transformer);
			instrumentation.addTransformer(transformer, true);
			transformLoaded(instrumentation, table, transformer);
			return new Weaver(bridge, transformer);
		}
		if (woven[1] instanceof HookTransformer transformer && woven[0].equals(table.fingerprint())) {
			return new Weaver(bridge, transformer);
		}
		throw new IllegalStateException("another application of this JVM has brought hooks of its own");
	}

	void join(BiConsumer<Object, Object>[] handlers, BinaryOperator<Object> carrier)
			throws ReflectiveOperationException {
		this.bridge.join(handlers, carrier);
	}

	void leave(BiConsumer<Object, Object>[] handlers) throws ReflectiveOperationException {
		this.bridge.leave(handlers);
	}

	/**
	 * Return what tells the tasks of threads.
	 */
	ThreadTask threadTask() {
		return ThreadTask.find(this.bridge.door());
	}

	HookTransformer transformer() {
		return this.transformer;
	}

	private static void transformLoaded(Instrumentation instrumentation, HookTable table, HookTransformer transformer) {
		List<Class<?>> targets = Stream.<Class<?>>of(instrumentation.getAllLoadedClasses())
			.filter((type) -> table.of(type.getName().replace('.', '/')) != null)
			.filter(instrumentation::isModifiableClass)
			.toList();
		try {
			instrumentation.retransformClasses(targets.toArray(Class<?>[]::new));
		}
		catch (Exception | LinkageError ex) {
			targets.forEach((target) -> transformLoaded(instrumentation, target, transformer));
		}
	}

	private static void transformLoaded(Instrumentation instrumentation, Class<?> target, HookTransformer transformer) {
		try {
			instrumentation.retransformClasses(target);
		}
		catch (Exception | LinkageError ex) {
			transformer.fail(target.getName(), ex);
		}
	}

}
