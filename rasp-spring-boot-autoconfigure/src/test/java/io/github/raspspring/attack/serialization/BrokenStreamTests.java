package io.github.raspspring.attack.serialization;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.github.raspspring.attack.Judgement;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that streams which are broken anywhere are judged as well: by
 * {@link SerializedForms} they are streams, so each has a verdict.
 */
class BrokenStreamTests {

	private static final int HEADER = 6;

	private static final byte[] TAGS = "pqrstuvwxyz{|}~".getBytes(StandardCharsets.US_ASCII);

	private final Judgement judgement = Judgement.by(new DeserializationDetector());

	private final Random random = new Random(42);

	@Test
	void detectWhenStreamIsBrokenThenJudgesIt() {
		List<byte[]> streams = streams();
		for (int i = 0; i < 30_000; i++) {
			byte[] bytes = broken(streams);
			String raw = new String(bytes, StandardCharsets.ISO_8859_1);
			String text = switch (i % 3) {
				case 0 -> raw;
				case 1 -> Base64.getEncoder().encodeToString(bytes);
				default -> HexFormat.of().formatHex(bytes);
			};
			assertThat(this.judgement.of(text)).as("stream %s", HexFormat.of().formatHex(bytes)).isNotEmpty();
		}
	}

	@Test
	void detectWhenDescriptionIsResetThenRefuses() {
		String stream = hex("72", "java.util.Date", "0000000000000000", "03", "0000") + "79" + "78" + "70";
		assertThat(confidenceOf("aced0005" + "73" + stream)).isEqualTo(Confidence.CERTAIN);
	}

	@Test
	void detectWhenStreamIsResetBetweenObjectsThenReadsOn() {
		String number = "73" + hex("72", "java.util.Date", "686a81014b597419", "03", "0000") + "78" + "70" + "7708"
				+ "0000000000000000" + "78";
		assertThat(confidenceOf("aced0005" + number + "79" + number)).isEqualTo(Confidence.WEAK);
	}

	/**
	 * Each class extends the one before, and each object has values of all of them.
	 */
	@Test
	void detectWhenClassesExtendEachOtherWithoutEndThenRefuses() {
		StringBuilder stream = new StringBuilder("aced0005");
		for (int i = 0; i < 500; i++) {
			stream.append(hex("72", "[B", "0000000000000000", "02", "0000")).append("78");
			stream.append((i > 0) ? "71" + HexFormat.of().toHexDigits(0x7E0000 + i - 1) : "70");
		}
		assertThat(confidenceOf(stream.toString())).isEqualTo(Confidence.CERTAIN);
	}

	private Confidence confidenceOf(String stream) {
		List<Finding> findings = this.judgement.of(stream);
		assertThat(findings).hasSize(1);
		return findings.get(0).confidence();
	}

	private static String hex(String tag, String name, String... rest) {
		return tag + HexFormat.of().toHexDigits((short) name.length())
				+ HexFormat.of().formatHex(name.getBytes(StandardCharsets.US_ASCII)) + String.join("", rest);
	}

	/**
	 * Break a stream behind its magic and first tag: bytes become others, most often tags
	 * of the protocol, pieces are left out, repeated and taken from other streams.
	 */
	private byte[] broken(List<byte[]> streams) {
		byte[] bytes = streams.get(this.random.nextInt(streams.size())).clone();
		for (int n = this.random.nextInt(6); n >= 0; n--) {
			int at = HEADER + this.random.nextInt(bytes.length - HEADER);
			switch (this.random.nextInt(5)) {
				case 0 -> bytes[at] = (byte) this.random.nextInt(256);
				case 1 -> bytes[at] = TAGS[this.random.nextInt(TAGS.length)];
				case 2 -> bytes = joined(bytes, at, bytes, HEADER + this.random.nextInt(bytes.length - HEADER));
				case 3 -> {
					byte[] other = streams.get(this.random.nextInt(streams.size()));
					bytes = joined(bytes, at, other, this.random.nextInt(other.length));
				}
				default ->
					bytes = joined(bytes, at, new byte[] { TAGS[this.random.nextInt(TAGS.length)] }, 0, bytes, at);
			}
		}
		return bytes;
	}

	private static byte[] joined(byte[] head, int to, byte[] tail, int from) {
		return joined(head, to, new byte[0], 0, tail, from);
	}

	private static byte[] joined(byte[] head, int to, byte[] middle, int start, byte[] tail, int from) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write(head, 0, to);
		bytes.write(middle, start, middle.length - start);
		bytes.write(tail, from, Math.min(tail.length - from, 4096));
		return bytes.toByteArray();
	}

	private static List<byte[]> streams() {
		Map<String, Object> order = new HashMap<>(Map.of("id", 4711, "total", new BigDecimal("19.90"), "unit",
				TimeUnit.DAYS, "day", LocalDate.of(2024, 2, 29)));
		order.put("lines", new ArrayList<>(List.of(new Date(0), new int[] { 1, 2 }, new String[] { "a", null })));
		Object proxy = Proxy.newProxyInstance(BrokenStreamTests.class.getClassLoader(),
				new Class<?>[] { Runnable.class },
				(InvocationHandler & Serializable) (self, method, arguments) -> null);
		return List.of(stream(order), stream(new LinkedHashSet<>(List.of("a", 1L, 'c', 2.5, Integer.class))),
				stream(new IllegalStateException("broken")), stream(proxy), stream(new long[][] { { 1 }, {} }),
				stream(new Part("x", new Part("y", null))), stream("text"));
	}

	private static byte[] stream(Object object) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
			stream.writeObject(object);
			stream.reset();
			stream.writeObject(object);
			stream.writeObject(object);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private record Part(String name, Part next) implements Serializable {

	}

}
