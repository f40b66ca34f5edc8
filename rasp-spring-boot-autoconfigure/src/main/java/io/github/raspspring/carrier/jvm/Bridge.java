package io.github.raspspring.carrier.jvm;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The class in the boot loader that hooked methods call, as they see no class of an
 * application. It is defined right there, without a file: a jar on the path of the boot
 * loader would need a folder to write to, and switch off the shared archive of classes.
 * Outlives applications, and knows those that run.
 */
final class Bridge {

	static final String INTERNAL_NAME = "java/lang/RaspHooks";

	static final String ENTER = "enter";

	static final String ENTER_DESCRIPTOR = "(Ljava/lang/Object;Ljava/lang/Object;I)V";

	static final String CARRY = "carry";

	static final String CARRY_DESCRIPTOR = "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;";

	static final String HANDLERS = "handlers";

	static final String CARRIER = "carrier";

	static final String APPLICATIONS = "applications";

	static final String WOVEN = "woven";

	private final Class<?> type;

	private final Function<Class<?>, MethodHandles.Lookup> door;

	private Bridge(Class<?> type, Function<Class<?>, MethodHandles.Lookup> door) {
		this.type = type;
		this.door = door;
	}

	/**
	 * Find the bridge of this JVM, or define it.
	 */
	static Bridge in(Instrumentation instrumentation) throws ReflectiveOperationException {
		String name = INTERNAL_NAME.replace('/', '.');
		Function<Class<?>, MethodHandles.Lookup> door = JdkDoor.open(instrumentation);
		try {
			return new Bridge(Class.forName(name, true, null), door);
		}
		catch (ClassNotFoundException ex) {
			Bridge bridge = new Bridge(door.apply(Object.class).defineClass(BridgeClass.bytes()), door);
			bridge.set(APPLICATIONS, new CopyOnWriteArrayList<Object>());
			return bridge;
		}
	}

	/**
	 * Return what makes lookups into {@code java.lang}.
	 */
	Function<Class<?>, MethodHandles.Lookup> door() {
		return this.door;
	}

	/**
	 * Return what is woven in so far.
	 * @return what {@link #weave} got, {@code null} if nothing is
	 */
	Object @Nullable [] woven() throws ReflectiveOperationException {
		return (Object[]) get(WOVEN);
	}

	void weave(String fingerprint, Object transformer) throws ReflectiveOperationException {
		set(WOVEN, new Object[] { fingerprint, transformer });
	}

	/**
	 * Let an application know of calls.
	 * @param handlers one for each hook
	 * @param carrier takes a task to another thread; gets the name of its type
	 */
	void join(BiConsumer<Object, Object>[] handlers, BinaryOperator<Object> carrier)
			throws ReflectiveOperationException {
		synchronized (this.type) {
			applications().add(new Object[] { handlers, carrier });
			refresh();
		}
	}

	void leave(BiConsumer<Object, Object>[] handlers) throws ReflectiveOperationException {
		synchronized (this.type) {
			applications().removeIf((application) -> ((Object[]) application)[0] == handlers);
			refresh();
		}
	}

	@SuppressWarnings("unchecked")
	private void refresh() throws ReflectiveOperationException {
		BiConsumer<Object, Object>[] handlers = null;
		BinaryOperator<Object> carrier = null;
		for (Object application : applications()) {
			BiConsumer<Object, Object>[] more = (BiConsumer<Object, Object>[]) ((Object[]) application)[0];
			BinaryOperator<Object> next = (BinaryOperator<Object>) ((Object[]) application)[1];
			handlers = (handlers != null) ? both(handlers, more) : more;
			carrier = (carrier != null) ? both(carrier, next) : next;
		}
		set(CARRIER, carrier);
		set(HANDLERS, handlers);
	}

	private static BinaryOperator<Object> both(BinaryOperator<Object> one, BinaryOperator<Object> other) {
		return (task, type) -> other.apply(one.apply(task, type), type);
	}

	private static BiConsumer<Object, Object>[] both(BiConsumer<Object, Object>[] one,
			BiConsumer<Object, Object>[] other) {
		BiConsumer<Object, Object>[] both = one.clone();
		for (int i = 0; i < both.length; i++) {
			both[i] = one[i].andThen(other[i]);
		}
		return both;
	}

	@SuppressWarnings("unchecked")
	private List<Object> applications() throws ReflectiveOperationException {
		return (List<Object>) get(APPLICATIONS);
	}

	private Object get(String field) throws ReflectiveOperationException {
		return handle(field).getVolatile();
	}

	private void set(String field, @Nullable Object value) throws ReflectiveOperationException {
		VarHandle handle = handle(field);
		handle.setVolatile(handle.varType().cast(value));
	}

	/** The fields are private: expressions and scripts reach what is public. */
	private VarHandle handle(String field) throws ReflectiveOperationException {
		return this.door.apply(this.type).findStaticVarHandle(this.type, field, BridgeClass.typeOf(field));
	}

}
