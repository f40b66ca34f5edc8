package io.github.raspspring.carrier.jvm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Shows that an attack has succeeded: a file that it leaves behind, or a call to a port
 * of this machine.
 */
final class Damage {

	private final Path marker;

	private final ServerSocket server;

	private final AtomicInteger calls = new AtomicInteger();

	Damage() throws IOException {
		this.marker = Files.createTempDirectory("damage").resolve("marker");
		this.server = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }));
		Thread thread = new Thread(this::listen);
		thread.setDaemon(true);
		thread.start();
	}

	Path marker() {
		return this.marker;
	}

	int port() {
		return this.server.getLocalPort();
	}

	/**
	 * Return whether there is damage, and clear it away. Callers are counted one after
	 * the other, so who calls last knows that all before are counted.
	 */
	boolean take() throws IOException {
		try (Socket last = new Socket(this.server.getInetAddress(), port())) {
			last.getInputStream().read();
		}
		return Files.deleteIfExists(this.marker) | this.calls.getAndSet(0) > 1;
	}

	private void listen() {
		while (true) {
			try (Socket caller = this.server.accept()) {
				this.calls.incrementAndGet();
			}
			catch (IOException ex) {
				return;
			}
		}
	}

}
