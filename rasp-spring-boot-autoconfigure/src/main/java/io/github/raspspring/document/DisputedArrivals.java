package io.github.raspspring.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.InputValue;

/**
 * Reads text that arrives bit by bit in an encoding that whoever reads its bytes need not
 * ask for: as it is declared, and as Unicode (UTF-8).
 */
public final class DisputedArrivals implements ArrivalReader {

	private final ArrivalReader declared;

	private final ArrivalReader unicode = new TextArrivals(StandardCharsets.UTF_8);

	/**
	 * Create a reader.
	 * @param declared the encoding that the client has declared
	 */
	public DisputedArrivals(Charset declared) {
		this.declared = new TextArrivals(declared);
	}

	@Override
	public List<InputValue> read(byte[] bytes) {
		List<InputValue> values = new ArrayList<>(this.declared.read(bytes));
		values.addAll(this.unicode.read(withoutNul(bytes)));
		return values;
	}

	/**
	 * Encodings of wider units are full of them.
	 */
	private static byte[] withoutNul(byte[] bytes) {
		ByteArrayOutputStream rest = new ByteArrayOutputStream(bytes.length);
		for (byte each : bytes) {
			if (each != 0) {
				rest.write(each);
			}
		}
		return rest.toByteArray();
	}

}
