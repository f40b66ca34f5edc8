package io.github.raspspring.carrier.jvm;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileWriter;
import java.io.PrintWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.rmi.registry.LocateRegistry;
import java.util.Hashtable;
import java.util.List;
import java.util.Scanner;
import java.util.jar.JarFile;

import javax.naming.Context;
import javax.naming.directory.InitialDirContext;
import javax.naming.ldap.InitialLdapContext;
import javax.naming.spi.NamingManager;
import javax.net.ssl.SSLSocketFactory;

import org.h2.jdbcx.JdbcDataSource;

import org.springframework.core.io.FileSystemResource;

/**
 * Other ways of the JDK to the same: whoever looks for a way past a hook tries these.
 */
final class BypassCase {

	private static final String CLIMB = "../../../../../../../etc/passwd";

	private BypassCase() {
	}

	static List<HookCase> all() throws Exception {
		Path folder = Files.createDirectories(Files.createTempDirectory("ways").resolve("a/b"));
		Files.writeString(folder.resolve("dune.txt"), "dune");
		return List.of(process("MethodHandle of a process", (input) -> {
			try {
				Process process = (Process) MethodHandles.lookup()
					.findVirtual(ProcessBuilder.class, "start", MethodType.methodType(Process.class))
					.invoke(shell(input));
				process.destroy();
			}
			catch (Throwable ex) {
				throw (ex instanceof Exception exception) ? exception : new IllegalStateException(ex);
			}
		}), process("reflection to a process", (input) -> ProcessBuilder.class.getMethod("start").invoke(shell(input))),
				change("Redirect.to", "../../outside.txt",
						(input) -> new ProcessBuilder("true").redirectOutput(folder.resolve(input).toFile()).start()),
				file("Files.newByteChannel", (input) -> Files.newByteChannel(folder.resolve(input))),
				file("AsynchronousFileChannel", (input) -> AsynchronousFileChannel.open(folder.resolve(input)).close()),
				file("Scanner(File)", (input) -> new Scanner(new File(folder.toFile(), input))),
				file("Scanner(Path)", (input) -> new Scanner(folder.resolve(input))),
				file("JarFile", (input) -> new JarFile(folder + "/" + input)),
				file("zip file system", (input) -> FileSystems.newFileSystem(folder.resolve(input))),
				new HookCase("Files.walk", "file-sink", "../../../../../../../etc", "dune.txt",
						(input) -> Files.walk(folder.resolve(input), 1).close()),
				file("Files.newBufferedReader", (input) -> Files.newBufferedReader(folder.resolve(input))),
				file("Files.readSymbolicLink", (input) -> Files.readSymbolicLink(folder.resolve(input))),
				file("Files.mismatch", (input) -> Files.mismatch(folder.resolve("dune.txt"), folder.resolve(input))),
				file("Path.normalize", (input) -> Files.readString(folder.resolve(input).normalize())),
				file("Path.toRealPath", (input) -> Files.readString(folder.resolve(input).toRealPath())),
				file("File.getCanonicalFile",
						(input) -> new FileInputStream(new File(folder.toFile(), input).getCanonicalFile())),
				new HookCase("FileSystemResource", "file-sink", "..\\..//..\\..//..\\..//..\\etc//passwd", "dune.txt",
						(input) -> new FileSystemResource(folder + "/" + input).getInputStream()),
				change("File.setExecutable", "../../../outside.txt",
						(input) -> new File(folder + "/x" + input).setExecutable(true)),
				change("Files.createFile", "../../outside.txt",
						(input) -> Files.createFile(folder.resolve(input),
								PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))),
				upload("FileWriter", (input) -> new FileWriter(folder + "/" + input).close()),
				upload("PrintWriter", (input) -> new PrintWriter(folder.resolve(input).toFile()).close()),
				upload("Files.copy(InputStream)",
						(input) -> Files.copy(new ByteArrayInputStream(new byte[1]), folder.resolve(input))),
				host("SocketChannel.connect", (input) -> SocketChannel.open().connect(new InetSocketAddress(input, 9))),
				host("AsynchronousSocketChannel", (input) -> {
					try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open()) {
						channel.connect(new InetSocketAddress(input, 9)).get();
					}
				}), host("SSLSocketFactory", (input) -> SSLSocketFactory.getDefault().createSocket(input, 9)),
				host("DatagramSocket.send",
						(input) -> new DatagramSocket()
							.send(new DatagramPacket(new byte[1], 1, InetAddress.getByName(input), 9))),
				host("DatagramSocket.connect",
						(input) -> new DatagramSocket().connect(InetAddress.getByName(input), 9)),
				host("DatagramChannel.send",
						(input) -> DatagramChannel.open()
							.send(ByteBuffer.allocate(1), new InetSocketAddress(InetAddress.getByName(input), 9))),
				host("URL.openConnection(Proxy)",
						(input) -> URI.create("http://" + input + ":9/")
							.toURL()
							.openConnection(Proxy.NO_PROXY)
							.getInputStream()),
				host("LocateRegistry", (input) -> LocateRegistry.getRegistry(input, 9).lookup("x")),
				new HookCase("JdbcDataSource", "url-sink", "jdbc:h2:mem:x;INIT=CREATE TABLE y(z INT)", "x",
						BypassCase::connect),
				lookup("NamingManager",
						(input) -> NamingManager.getURLContext("ldap", new Hashtable<>()).lookup(input)),
				lookup("InitialDirContext.getAttributes", (input) -> new InitialDirContext().getAttributes(input)),
				new HookCase("InitialLdapContext", "jndi-sink", "127.0.0.1:9/ou=x", "alice",
						BypassCase::connectToDirectory));
	}

	private static ProcessBuilder shell(String input) {
		return new ProcessBuilder("sh", "-c", "echo " + input);
	}

	private static void connect(String input) throws Exception {
		JdbcDataSource source = new JdbcDataSource();
		source.setURL(input.startsWith("jdbc:") ? input : "jdbc:h2:mem:" + input);
		source.getConnection().close();
	}

	/** An honest client is a name below a directory that the application knows. */
	private static void connectToDirectory(String input) throws Exception {
		Hashtable<String, String> environment = new Hashtable<>();
		environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
		environment.put(Context.PROVIDER_URL,
				input.contains(":") ? "ldap://" + input : "ldap://127.0.0.1:9/ou=" + input);
		new InitialLdapContext(environment, null).close();
	}

	private static HookCase process(String name, HookCase.Action action) {
		return new HookCase(name, "process-sink", "hello; paste /etc/?asswd #", "hello", action);
	}

	private static HookCase file(String name, HookCase.Action action) {
		return new HookCase(name, "file-sink", CLIMB, "dune.txt", action);
	}

	/**
	 * What changes files stays within the folder of the test, whether it is refused or
	 * not.
	 */
	private static HookCase change(String name, String attack, HookCase.Action action) {
		return new HookCase(name, "file-sink", attack, "dune.txt", action);
	}

	private static HookCase upload(String name, HookCase.Action action) {
		return new HookCase(name, "file-sink", "shell.jsp", "notes.txt", action);
	}

	private static HookCase host(String name, HookCase.Action action) {
		return new HookCase(name, "url-sink", "127.0.0.1", "host.invalid", action);
	}

	private static HookCase lookup(String name, HookCase.Action action) {
		return new HookCase(name, "jndi-sink", "ldap://127.0.0.1:9/x", "books", action);
	}

}
