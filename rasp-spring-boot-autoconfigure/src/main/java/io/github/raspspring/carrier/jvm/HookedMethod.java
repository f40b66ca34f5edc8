package io.github.raspspring.carrier.jvm;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;

/**
 * Rewrites one method: it calls the bridge first, and where it runs a task again before
 * it returns.
 */
final class HookedMethod extends MethodVisitor {

	private final HookTable.Entry entry;

	private final HookPoint point;

	private final boolean isStatic;

	private final Type[] parameters;

	HookedMethod(@Nullable MethodVisitor next, HookTable.Entry entry, boolean isStatic, String descriptor) {
		super(SpringAsmInfo.ASM_VERSION, next);
		this.entry = entry;
		this.point = entry.point();
		this.isStatic = isStatic;
		this.parameters = Type.getArgumentTypes(descriptor);
	}

	@Override
	public void visitCode() {
		super.visitCode();
		switch (this.entry.hook()) {
			case HookTable.Entry.TASK -> carry(this.point.first());
			case HookTable.Entry.FORKED -> tell(ForkedTasks.FORKED);
			case HookTable.Entry.POOLED -> tell(ForkedTasks.POOLED);
			case HookTable.Entry.STARTED -> tell(ForkedTasks.STARTED);
			case HookTable.Entry.RUNNING -> tell(ForkedTasks.BEGINS);
			default -> enter();
		}
	}

	@Override
	public void visitInsn(int opcode) {
		boolean returns = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
		if (returns && this.entry.hook() == HookTable.Entry.RUNNING) {
			tell(ForkedTasks.ENDS);
		}
		super.visitInsn(opcode);
	}

	private void enter() {
		load(this.point.first());
		load(this.point.second());
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
		if (this.point.second() != HookPoint.NONE) {
			load(this.point.second());
		}
		else if (this.point.type().endsWith("Thread")) {
			visitInsn(Opcodes.ACONST_NULL);
		}
		else {
			visitLdcInsn(type.getClassName());
		}
	}

	private void tell(String what) {
		load(this.point.first());
		RunningMethod.tell(this.mv, what);
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
