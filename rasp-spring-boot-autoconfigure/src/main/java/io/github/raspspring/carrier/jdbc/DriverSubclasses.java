package io.github.raspspring.carrier.jdbc;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.cglib.core.SpringNamingPolicy;
import org.springframework.cglib.proxy.Callback;
import org.springframework.cglib.proxy.Enhancer;
import org.springframework.cglib.proxy.Factory;
import org.springframework.cglib.proxy.InvocationHandler;
import org.springframework.cglib.proxy.NoOp;
import org.springframework.objenesis.SpringObjenesis;

/**
 * Makes guarded objects of subclasses of what the driver hands out, for applications that
 * cast to a class of their driver. What it takes is found out once per class.
 */
final class DriverSubclasses {

	private static final Class<?>[] CALLBACKS = { InvocationHandler.class, NoOp.class };

	private final SpringObjenesis objenesis = new SpringObjenesis();

	private final ClassValue<Way> ways = new ClassValue<>() {

		@Override
		protected Way computeValue(Class<?> type) {
			return new Way(isExtensible(type) ? subclass(type) : null);
		}

	};

	/**
	 * Make a guarded object that can be cast to the class of its target.
	 * @param target what the driver handed out
	 * @param handler the guard
	 * @return the object, or {@code null} if the class can't be extended
	 */
	@Nullable Object proxy(Object target, GuardingHandler handler) {
		Class<?> subclass = this.ways.get(target.getClass()).subclass();
		if (subclass == null) {
			return null;
		}
		Factory proxy = (Factory) this.objenesis.newInstance(subclass);
		proxy.setCallbacks(new Callback[] { new Bridge(handler), NoOp.INSTANCE });
		return proxy;
	}

	/**
	 * Return the guard of an object of such a subclass.
	 */
	static @Nullable GuardingHandler handlerOf(Object candidate) {
		return (candidate instanceof Factory factory && factory.getCallback(0) instanceof Bridge bridge)
				? bridge.handler() : null;
	}

	/**
	 * Return whether objects of a class may be such.
	 */
	static boolean include(Class<?> type) {
		return Factory.class.isAssignableFrom(type);
	}

	/**
	 * A final method would read fields that the object of a subclass never gets.
	 */
	private static boolean isExtensible(Class<?> type) {
		int modifiers = type.getModifiers();
		return Modifier.isPublic(modifiers) && !Modifier.isFinal(modifiers) && Stream.of(type.getMethods())
			.filter((method) -> method.getDeclaringClass() != Object.class)
			.noneMatch((method) -> Modifier.isFinal(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
				&& type.getFields().length == 0;
	}

	/**
	 * Where classes can't be made, as in a native image, there is none.
	 */
	private static @Nullable Class<?> subclass(Class<?> type) {
		try {
			Enhancer enhancer = new Enhancer();
			enhancer.setSuperclass(type);
			enhancer.setCallbackTypes(CALLBACKS);
			enhancer.setCallbackFilter((method) -> Modifier.isPublic(method.getModifiers()) ? 0 : 1);
			enhancer.setNamingPolicy(SpringNamingPolicy.INSTANCE);
			return enhancer.createClass();
		}
		catch (RuntimeException | LinkageError ex) {
			return null;
		}
	}

	private record Way(@Nullable Class<?> subclass) {

	}

	private record Bridge(GuardingHandler handler) implements InvocationHandler {

		@Override
		public @Nullable Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
			return this.handler.invoke(proxy, method, (args.length == 0) ? null : args);
		}

	}

}
