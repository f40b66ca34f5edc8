package io.github.raspspring.growth;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/**
 * Loads the product's classes, and the tests' that drive them, so that they count their
 * {@link Steps}.
 */
final class CountingClassLoader extends ClassLoader {

	private static final String PRODUCT = "io.github.raspspring.";

	/** Reads statements for ownership. */
	private static final String PARSER = "net.sf.jsqlparser.";

	private static final String STEPS = Type.getInternalName(Steps.class);

	private static final Set<String> SEARCHES = Set.of("indexOf", "lastIndexOf", "contains", "equals");

	CountingClassLoader(ClassLoader parent) {
		super(parent);
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		if (!name.startsWith(PRODUCT) && !name.startsWith(PARSER) || name.equals(Steps.class.getName())) {
			return super.loadClass(name, resolve);
		}
		synchronized (getClassLoadingLock(name)) {
			Class<?> loaded = findLoadedClass(name);
			return (loaded != null) ? loaded : define(name);
		}
	}

	private Class<?> define(String name) throws ClassNotFoundException {
		try (InputStream stream = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
			if (stream == null) {
				throw new ClassNotFoundException(name);
			}
			ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
			new ClassReader(stream).accept(new CountingClass(writer), 0);
			byte[] bytes = writer.toByteArray();
			return defineClass(name, bytes, 0, bytes.length);
		}
		catch (IOException ex) {
			throw new ClassNotFoundException(name, ex);
		}
	}

	private static final class CountingClass extends ClassVisitor {

		CountingClass(ClassVisitor next) {
			super(Opcodes.ASM9, next);
		}

		@Override
		public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
				String[] exceptions) {
			return new CountingMethod(super.visitMethod(access, name, descriptor, signature, exceptions));
		}

	}

	private static final class CountingMethod extends MethodVisitor {

		private final Set<Label> seen = new HashSet<>();

		CountingMethod(MethodVisitor next) {
			super(Opcodes.ASM9, next);
		}

		@Override
		public void visitCode() {
			super.visitCode();
			step();
		}

		@Override
		public void visitLabel(Label label) {
			super.visitLabel(label);
			this.seen.add(label);
		}

		@Override
		public void visitJumpInsn(int opcode, Label label) {
			if (this.seen.contains(label)) {
				step();
			}
			super.visitJumpInsn(opcode, label);
		}

		@Override
		public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
			if (owner.equals("java/lang/String") && SEARCHES.contains(name)) {
				super.visitMethodInsn(Opcodes.INVOKESTATIC, STEPS, name,
						"(Ljava/lang/String;" + descriptor.substring(1), false);
				return;
			}
			super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
			if (owner.startsWith("java/lang/String") && descriptor.endsWith(")Ljava/lang/String;")) {
				super.visitMethodInsn(Opcodes.INVOKESTATIC, STEPS, "made", "(Ljava/lang/String;)Ljava/lang/String;",
						false);
			}
		}

		private void step() {
			super.visitMethodInsn(Opcodes.INVOKESTATIC, STEPS, "step", "()V", false);
		}

	}

}
