package io.github.raspspring.carrier.jvm;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;

/**
 * Rewrites a method that runs tasks of others: it calls the bridge before and after. A
 * task that throws ends the thread, and with it what was noted.
 */
final class RunningMethod extends MethodVisitor {

	RunningMethod(@Nullable MethodVisitor next) {
		super(SpringAsmInfo.ASM_VERSION, next);
	}

	@Override
	public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
		boolean runs = name.equals("run") && descriptor.equals("()V") && opcode != Opcodes.INVOKESPECIAL;
		if (runs) {
			super.visitInsn(Opcodes.DUP);
			super.visitInsn(Opcodes.DUP);
			tell(this.mv, ForkedTasks.BEGINS);
		}
		super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
		if (runs) {
			tell(this.mv, ForkedTasks.ENDS);
		}
	}

	/**
	 * Tell the bridge what becomes of the task that is on the stack.
	 */
	static void tell(@Nullable MethodVisitor method, String what) {
		if (method != null) {
			method.visitLdcInsn(what);
			method.visitMethodInsn(Opcodes.INVOKESTATIC, Bridge.INTERNAL_NAME, Bridge.CARRY, Bridge.CARRY_DESCRIPTOR,
					false);
			method.visitInsn(Opcodes.POP);
		}
	}

}
