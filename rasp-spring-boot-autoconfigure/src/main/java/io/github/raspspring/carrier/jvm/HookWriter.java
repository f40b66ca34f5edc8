package io.github.raspspring.carrier.jvm;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;

/**
 * Rewrites one class: hooked methods first call the bridge. What is added has no branch,
 * so that the frames of the method stay valid.
 */
final class HookWriter extends ClassVisitor {

	private final ClassReader reader;

	private final List<HookTable.Entry> entries;

	private final List<HookPoint> woven = new ArrayList<>();

	HookWriter(byte[] bytes, List<HookTable.Entry> entries) {
		super(SpringAsmInfo.ASM_VERSION);
		this.reader = new ClassReader(bytes);
		this.entries = entries;
	}

	/**
	 * Return the class as it is meant to be, {@code null} if it has no such method.
	 */
	byte @Nullable [] write() {
		ClassWriter writer = new ClassWriter(this.reader, ClassWriter.COMPUTE_MAXS);
		this.cv = writer;
		this.reader.accept(this, 0);
		return this.woven.isEmpty() ? null : writer.toByteArray();
	}

	List<HookPoint> woven() {
		return this.woven;
	}

	@Override
	public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
			String @Nullable [] exceptions) {
		MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
		boolean hasCode = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
		for (HookTable.Entry entry : this.entries) {
			if (hasCode && entry.point().matches(name, descriptor)) {
				this.woven.add(entry.point());
				method = new Entering(method, entry, (access & Opcodes.ACC_STATIC) != 0, descriptor);
			}
		}
		return method;
	}

	private static final class Entering extends MethodVisitor {

		private final HookTable.Entry entry;

		private final boolean isStatic;

		private final Type[] parameters;

		private Entering(@Nullable MethodVisitor next, HookTable.Entry entry, boolean isStatic, String descriptor) {
			super(SpringAsmInfo.ASM_VERSION, next);
			this.entry = entry;
			this.isStatic = isStatic;
			this.parameters = Type.getArgumentTypes(descriptor);
		}

		@Override
		public void visitCode() {
			super.visitCode();
			if (this.entry.hook() == HookTable.Entry.TASK) {
				carry(this.entry.point().first());
				return;
			}
			load(this.entry.point().first());
			load(this.entry.point().second());
			visitIntInsn(Opcodes.SIPUSH, this.entry.hook());
			visitMethodInsn(Opcodes.INVOKESTATIC, Bridge.INTERNAL_NAME, Bridge.ENTER, Bridge.ENTER_DESCRIPTOR, false);
		}

		private void carry(int parameter) {
			Type type = this.parameters[parameter - 1];
			load(parameter);
			context(type);
			visitMethodInsn(Opcodes.INVOKESTATIC, Bridge.INTERNAL_NAME, Bridge.CARRY, Bridge.CARRY_DESCRIPTOR, false);
			visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
			visitVarInsn(Opcodes.ASTORE, slot(parameter));
		}

		private void context(Type type) {
			if (this.entry.point().second() != HookPoint.NONE) {
				load(this.entry.point().second());
			}
			else if (this.entry.point().type().endsWith("Thread")) {
				visitInsn(Opcodes.ACONST_NULL);
			}
			else {
				visitLdcInsn(type.getClassName());
			}
		}

		private void load(int parameter) {
			if (parameter == HookPoint.NONE) {
				visitInsn(Opcodes.ACONST_NULL);
			}
			else {
				visitVarInsn(Opcodes.ALOAD, slot(parameter));
			}
		}

		private int slot(int parameter) {
			int slot = (this.isStatic || parameter == HookPoint.SELF) ? 0 : 1;
			for (int i = 0; i < parameter - 1; i++) {
				slot += this.parameters[i].getSize();
			}
			return slot;
		}

	}

}
