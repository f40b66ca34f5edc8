package io.github.raspspring.ways;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Ways in of which the bytes are no UTF-8.
 */
final class EncodedWays {

	private EncodedWays() {
	}

	/**
	 * A field that says in what charset it is, and may lie.
	 */
	static Way field(String said, String charset, String path) {
		Charset real = Charset.forName(charset);
		return new Way("field in " + charset + " called " + said + " " + path, (base, given) -> upload(base + path,
				"\r\nContent-Type: text/plain; charset=" + said, given.value().getBytes(real)))
			.carrying((value) -> real.newEncoder().canEncode(value));
	}

	/**
	 * A document in EBCDIC, whatever it is called.
	 */
	static Way document(String type, String path) {
		Charset ebcdic = Charset.forName("IBM037");
		return new Way("EBCDIC as " + type + " " + path, (base, given) -> {
			byte[] body = ("<?xml version=\"1.0\" encoding=\"IBM037\"?><a><![CDATA[" + given.value() + "]]></a>")
				.getBytes(ebcdic);
			return new Way.Sent(Way.request(base + path, type).POST(BodyPublishers.ofByteArray(body)).build(), body,
					null);
		}).carrying((value) -> ebcdic.newEncoder().canEncode(value) && value.length() < 1000);
	}

	/**
	 * A body that the application has to inflate.
	 */
	static Way compressed(String path) {
		return new Way("compressed " + path, (base, given) -> {
			byte[] body = compress(Way.bytes(given.value()));
			return new Way.Sent(Way.request(base + path, "application/octet-stream")
				.header("Content-Encoding", "gzip")
				.POST(BodyPublishers.ofByteArray(body))
				.build(), body, null);
		});
	}

	/**
	 * A picture with the value in it.
	 */
	static Way picture(String path) {
		return new Way("picture " + path, (base, given) -> {
			byte[] body = ("GIF89a" + "\u0001\u0000\u0002\u0003\u0000".repeat(1000) + given.value() + "\u0000;")
				.getBytes(StandardCharsets.UTF_8);
			return new Way.Sent(Way.request(base + path, "image/gif").POST(BodyPublishers.ofByteArray(body)).build(),
					body, null);
		});
	}

	private static byte[] compress(byte[] content) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/**
	 * A file within an archive, whose name is the value.
	 */
	static Way archive(String path) {
		return new Way("archive " + path, (base, given) -> upload(base + path,
				"; filename=\"a.zip\"\r\nContent-Type: application/zip", archiveOf(given.value())))
			.judgedOnlyFor("path-traversal");
	}

	private static byte[] archiveOf(String name) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			ZipEntry entry = new ZipEntry(name);
			entry.setTime(0);
			zip.putNextEntry(entry);
			zip.write('x');
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static Way.Sent upload(String uri, String more, byte[] content) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"q\"" + more + "\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(content);
		body.writeBytes(("\r\n" + Way.END).getBytes(StandardCharsets.UTF_8));
		return new Way.Sent(Way.request(uri, Way.PARTS).POST(BodyPublishers.ofByteArray(body.toByteArray())).build(),
				content, null);
	}

}
