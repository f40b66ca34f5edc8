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
				method = (entry.hook() == HookTable.Entry.AROUND) ? new RunningMethod(method)
						: new HookedMethod(method, entry, (access & Opcodes.ACC_STATIC) != 0, descriptor);
			}
		}
		return method;
	}

}
