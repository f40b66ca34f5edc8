package io.github.raspspring.carrier.jvm;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

import javax.naming.InitialContext;
import javax.naming.NamingException;

import org.springframework.asm.ClassWriter;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/**
 * Execution that no input can be found in: what counts is what has led there. The attack
 * comes from within the evaluation of data, the honest use from the application.
 */
final class PathCase {

	private PathCase() {
	}

	static List<HookCase> all() {
		return List.of(path("process within an object stream", (input) -> exchange(input, new StartsProcess())),
				path("process by a stream of its own filter", (input) -> {
					ObjectInputStream stream = new ObjectInputStream(bytes(choose(input, new StartsProcess())));
					stream.setObjectInputFilter((info) -> java.io.ObjectInputFilter.Status.UNDECIDED);
					stream.readObject();
				}), path("lookup within an object stream", (input) -> exchange(input, new LooksUp())),
				path("connection within an object stream", (input) -> exchange(input, new Connects())),
				path("class loader within an object stream", (input) -> exchange(input, new LoadsClasses())),
				path("class within an object stream", (input) -> exchange(input, new DefinesClass())),
				path("class within an expression", (input) -> {
					Bean bean = new Bean();
					bean.lookup().defineHiddenClass(bean.bytes(), false);
					new SpelExpressionParser()
						.parseExpression(
								input.equals("attack") ? "lookup().defineHiddenClass(bytes(), false)" : "start()")
						.getValue(bean);
				}), path("native code within an expression", (input) -> {
					new SpelExpressionParser()
						.parseExpression(input.equals("attack") ? "T(System).load('/none/x.so')" : "'x'.length()")
						.getValue();
				}),
				path("process within an expression",
						(input) -> new SpelExpressionParser()
							.parseExpression(input.equals("attack") ? "new ProcessBuilder('true').start()" : "start()")
							.getValue(new Bean())),
				path("lookup within an expression", (input) -> new SpelExpressionParser()
					.parseExpression(
							input.equals("attack") ? "new javax.naming.InitialContext().lookup('x')" : "'x'.length()")
					.getValue()));
	}

	private static HookCase path(String name, HookCase.Action action) {
		return new HookCase(name, "call-path-sink", "attack", "honest", action);
	}

	private static Object choose(String input, Object attack) {
		return input.equals("attack") ? attack : List.of("a", "b");
	}

	private static void exchange(String input, Object attack) throws Exception {
		new ObjectInputStream(bytes(choose(input, attack))).readObject();
	}

	private static ByteArrayInputStream bytes(Object value) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(value);
		}
		return new ByteArrayInputStream(bytes.toByteArray());
	}

	/** A bean of the application that starts a process by its own choice. */
	public static final class Bean {

		public long start() throws IOException {
			return new ProcessBuilder("true").start().pid();
		}

		public MethodHandles.Lookup lookup() {
			return MethodHandles.lookup();
		}

		public byte[] bytes() {
			ClassWriter writer = new ClassWriter(0);
			writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, Type.getInternalName(Bean.class) + "$Made", null,
					"java/lang/Object", null);
			return writer.toByteArray();
		}

	}

	private static final class DefinesClass implements Serializable {

		private static final long serialVersionUID = 1L;

		private Object readResolve() {
			try {
				Bean bean = new Bean();
				return bean.lookup().defineHiddenClass(bean.bytes(), false).lookupClass().getName();
			}
			catch (IllegalAccessException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	private static final class StartsProcess implements Serializable {

		private static final long serialVersionUID = 1L;

		private Object readResolve() {
			try {
				return new ProcessBuilder("true").start().pid();
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	private static final class LooksUp implements Serializable {

		private static final long serialVersionUID = 1L;

		private Object readResolve() {
			try {
				return new InitialContext().lookup("directory");
			}
			catch (NamingException ex) {
				return ex;
			}
		}

	}

	private static final class Connects implements Serializable {

		private static final long serialVersionUID = 1L;

		private Object readResolve() throws java.io.ObjectStreamException {
			try {
				new Socket("127.0.0.1", 9).close();
			}
			catch (IOException ex) {
				return ex;
			}
			return this;
		}

	}

	private static final class LoadsClasses implements Serializable {

		private static final long serialVersionUID = 1L;

		private Object readResolve() {
			try {
				URL[] urls = { URI.create("http://127.0.0.1:9/").toURL() };
				return new URLClassLoader(urls).getURLs();
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
