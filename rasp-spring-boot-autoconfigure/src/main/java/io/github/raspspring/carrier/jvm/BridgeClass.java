package io.github.raspspring.carrier.jvm;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;

import org.springframework.asm.ClassWriter;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/**
 * Writes the class that hooked methods call. In Java it would read:
 *
 * <pre>
 * public final class RaspHooks {
 *     private static volatile BiConsumer[] handlers;
 *     private static volatile BinaryOperator carrier;
 *     private static volatile List applications;
 *     private static volatile Object[] woven;
 *     public static void enter(Object first, Object second, int hook) {
 *         BiConsumer[] known = handlers;
 *         if (known != null) known[hook].accept(first, second);
 *     }
 *     public static Object carry(Object task, Object context) {
 *         BinaryOperator known = carrier;
 *         return (known != null) ? known.apply(task, context) : task;
 *     }
 * }
 * </pre>
 */
final class BridgeClass {

	private static final String CONSUMER = "java/util/function/BiConsumer";

	private static final String OPERATOR = "java/util/function/BinaryOperator";

	private static final Map<String, Class<?>> FIELDS = Map.of(Bridge.HANDLERS, BiConsumer[].class, Bridge.CARRIER,
			BinaryOperator.class, Bridge.APPLICATIONS, List.class, Bridge.WOVEN, Object[].class);

	private BridgeClass() {
	}

	static byte[] bytes() {
		ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
		// A version of class files that needs no frames.
		writer.visit(Opcodes.V1_5, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, Bridge.INTERNAL_NAME,
				null, "java/lang/Object", null);
		FIELDS.forEach((name, type) -> field(writer, name, type));
		enter(method(writer, Bridge.ENTER, Bridge.ENTER_DESCRIPTOR));
		carry(method(writer, Bridge.CARRY, Bridge.CARRY_DESCRIPTOR));
		writer.visitEnd();
		return writer.toByteArray();
	}

	/**
	 * Return the type of one of its fields.
	 */
	static Class<?> typeOf(String field) {
		return FIELDS.getOrDefault(field, Object.class);
	}

	private static void field(ClassWriter writer, String name, Class<?> type) {
		writer
			.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_VOLATILE, name, Type.getDescriptor(type),
					null, null)
			.visitEnd();
	}

	private static MethodVisitor method(ClassWriter writer, String name, String descriptor) {
		return writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name, descriptor, null, null);
	}

	private static void enter(MethodVisitor method) {
		Label end = new Label();
		method.visitCode();
		method.visitFieldInsn(Opcodes.GETSTATIC, Bridge.INTERNAL_NAME, Bridge.HANDLERS, "[L" + CONSUMER + ";");
		method.visitVarInsn(Opcodes.ASTORE, 3);
		method.visitVarInsn(Opcodes.ALOAD, 3);
		method.visitJumpInsn(Opcodes.IFNULL, end);
		method.visitVarInsn(Opcodes.ALOAD, 3);
		method.visitVarInsn(Opcodes.ILOAD, 2);
		method.visitInsn(Opcodes.AALOAD);
		method.visitVarInsn(Opcodes.ALOAD, 0);
		method.visitVarInsn(Opcodes.ALOAD, 1);
		method.visitMethodInsn(Opcodes.INVOKEINTERFACE, CONSUMER, "accept", "(Ljava/lang/Object;Ljava/lang/Object;)V",
				true);
		method.visitLabel(end);
		method.visitInsn(Opcodes.RETURN);
		method.visitMaxs(0, 0);
		method.visitEnd();
	}

	private static void carry(MethodVisitor method) {
		Label none = new Label();
		method.visitCode();
		method.visitFieldInsn(Opcodes.GETSTATIC, Bridge.INTERNAL_NAME, Bridge.CARRIER, "L" + OPERATOR + ";");
		method.visitVarInsn(Opcodes.ASTORE, 2);
		method.visitVarInsn(Opcodes.ALOAD, 2);
		method.visitJumpInsn(Opcodes.IFNULL, none);
		method.visitVarInsn(Opcodes.ALOAD, 2);
		method.visitVarInsn(Opcodes.ALOAD, 0);
		method.visitVarInsn(Opcodes.ALOAD, 1);
		method.visitMethodInsn(Opcodes.INVOKEINTERFACE, OPERATOR, "apply",
				"(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;", true);
		method.visitInsn(Opcodes.ARETURN);
		method.visitLabel(none);
		method.visitVarInsn(Opcodes.ALOAD, 0);
		method.visitInsn(Opcodes.ARETURN);
		method.visitMaxs(0, 0);
		method.visitEnd();
	}

}
