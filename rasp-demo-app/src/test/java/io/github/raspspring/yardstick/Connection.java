package io.github.raspspring.yardstick;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A connection that is kept alive and costs the measured machine as little as it can:
 * requests are bytes made ahead, answers are read over. Used by one thread.
 */
final class Connection implements AutoCloseable {

	private static final int BUFFER = 16 * 1024;

	private final int port;

	private final StringBuilder line = new StringBuilder();

	private Socket socket;

	private InputStream input;

	private boolean ended;

	Connection(int port) throws IOException {
		this.port = port;
		this.socket = connect(port);
		this.input = new BufferedInputStream(this.socket.getInputStream(), BUFFER);
	}

	/**
	 * Send a request and read its answer. Connects anew if the application has said that
	 * it closes the connection.
	 * @return the status
	 */
	int exchange(byte[] request) throws IOException {
		if (this.ended) {
			this.socket.close();
			this.socket = connect(this.port);
			this.input = new BufferedInputStream(this.socket.getInputStream(), BUFFER);
			this.ended = false;
		}
		this.socket.getOutputStream().write(request);
		int status = Integer.parseInt(line().substring(9, 12));
		int length = 0;
		boolean chunked = false;
		for (String header = line(); !header.isEmpty(); header = line()) {
			String lower = header.toLowerCase(Locale.ROOT);
			if (lower.startsWith("content-length:")) {
				length = Integer.parseInt(lower.substring("content-length:".length()).trim());
			}
			chunked |= lower.startsWith("transfer-encoding:");
			this.ended |= lower.equals("connection: close");
		}
		if (chunked) {
			skipChunks();
		}
		else {
			this.input.skipNBytes(length);
		}
		return status;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	private static Socket connect(int port) throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
		socket.setTcpNoDelay(true);
		return socket;
	}

	private void skipChunks() throws IOException {
		for (int size = chunkSize(); size > 0; size = chunkSize()) {
			this.input.skipNBytes(size);
			line();
		}
		line();
	}

	private int chunkSize() throws IOException {
		return Integer.parseInt(line().trim(), 16);
	}

	private String line() throws IOException {
		this.line.setLength(0);
		for (int c = this.input.read(); c != '\n'; c = this.input.read()) {
			if (c < 0) {
				throw new EOFException("The application closed the connection");
			}
			if (c != '\r') {
				this.line.append((char) c);
			}
		}
		return this.line.toString();
	}

	/**
	 * Make the bytes of a request.
	 * @param start the request line and headers, each with its line break
	 * @param body the body, empty for none
	 */
	static byte[] request(String start, byte[] body) {
		String length = (body.length > 0) ? "Content-Length: " + body.length + "\r\n" : "";
		byte[] head = (start + "Host: localhost\r\nAccept: application/json\r\n" + length + "\r\n")
			.getBytes(StandardCharsets.US_ASCII);
		byte[] request = Arrays.copyOf(head, head.length + body.length);
		System.arraycopy(body, 0, request, head.length, body.length);
		return request;
	}

}
