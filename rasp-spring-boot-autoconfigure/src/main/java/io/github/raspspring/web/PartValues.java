package io.github.raspspring.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.document.ArchiveNames;
import io.github.raspspring.document.BoundedValues;
import io.github.raspspring.document.MultipartBody;
import io.github.raspspring.document.PartDisposition;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;

/**
 * The values of the parts of a multipart body: names, all that may be taken for the name
 * of a file, fields, and files that hold text of a known format. Other files are the
 * application's own.
 */
final class PartValues {

	private static final String DISPOSITION = "content-disposition";

	/** A longer text is no field that came as a file. */
	private static final int LONGEST_TEXT = 1 << 16;

	/** Bodies within bodies are taken apart so deep: each level copies what is in it. */
	private static final int DEEPEST = 4;

	private final BodyValues bodies;

	private final int maxBodySize;

	private final int maxUploadSize;

	PartValues(BodyValues bodies, int maxBodySize, int maxUploadSize) {
		this.bodies = bodies;
		this.maxBodySize = maxBodySize;
		this.maxUploadSize = maxUploadSize;
	}

	/**
	 * Add the values of a part that the container has received.
	 */
	void add(Part part, BoundedValues values) throws IOException {
		String name = part.getName();
		addName(name, values);
		for (String header : part.getHeaderNames()) {
			part.getHeaders(header).forEach((value) -> addHeader(name, header, value, values));
		}
		boolean file = part.getSubmittedFileName() != null;
		String fileName = addFileNames(name, part.getHeader("Content-Disposition"), part.getSubmittedFileName(),
				values);
		try (InputStream content = part.getInputStream()) {
			addContent(name, part.getContentType(), file ? fileName : null, content, values);
		}
	}

	/**
	 * Take a body apart that nobody else does, and add the values of its pieces.
	 * @return whether it ends in a file
	 */
	boolean addPieces(byte[] body, @Nullable String contentType, BoundedValues values) throws IOException {
		return addPieces(body, contentType, 0, values);
	}

	private boolean addPieces(byte[] body, @Nullable String contentType, int depth, BoundedValues values)
			throws IOException {
		boolean file = false;
		for (MultipartBody.Piece piece : MultipartBody.pieces(body, contentType)) {
			file = addPiece(piece, depth, values);
		}
		return file;
	}

	/**
	 * Add the values of a piece of a body that nobody else takes apart.
	 * @return whether it is a file
	 */
	boolean addPiece(MultipartBody.Piece piece, BoundedValues values) throws IOException {
		return addPiece(piece, 0, values);
	}

	private boolean addPiece(MultipartBody.Piece piece, int depth, BoundedValues values) throws IOException {
		String fileName = addHeaders(piece, values);
		if (!addWithin(piece, depth, values)) {
			addContent(nameOf(piece), piece.header("content-type"), fileName, new ByteArrayInputStream(piece.content()),
					values);
		}
		return fileName != null;
	}

	/**
	 * Take apart what a piece says is a multipart body or a message itself.
	 * @return whether it is one
	 */
	private boolean addWithin(MultipartBody.Piece piece, int depth, BoundedValues values) throws IOException {
		MultipartBody.Piece decoded = piece.decoded();
		if (decoded != null && depth < DEEPEST) {
			addPiece(decoded, depth + 1, values);
		}
		String type = piece.header("content-type");
		if (type == null || depth >= DEEPEST) {
			return false;
		}
		if (type.regionMatches(true, 0, "message/", 0, 8)) {
			addPiece(MultipartBody.message(piece.content()), depth + 1, values);
			return true;
		}
		boolean multipart = type.regionMatches(true, 0, "multipart/", 0, 10);
		if (multipart) {
			addPieces(piece.content(), type, depth + 1, values);
		}
		return multipart;
	}

	/**
	 * Add what has come of a field that goes on.
	 */
	void addBegun(MultipartBody.Piece piece, BoundedValues values) throws IOException {
		addWithin(piece, 0, values);
		addField(nameOf(piece), piece.content(), piece.header("content-type"), values);
	}

	/**
	 * Add what the headers of a piece say.
	 * @return the name of the file, or {@code null} if it is none
	 */
	@Nullable String addHeaders(MultipartBody.Piece piece, BoundedValues values) {
		String disposition = piece.header(DISPOSITION);
		String name = nameOf(piece);
		if (disposition != null && PartDisposition.parameter(disposition, "name") != null) {
			addName(name, values);
		}
		for (Map.Entry<String, String> field : piece.fields()) {
			addHeader(name, field.getKey(), field.getValue(), values);
		}
		boolean file = disposition != null && !PartDisposition.fileNames(disposition).isEmpty();
		String fileName = addFileNames(name, disposition, null, values);
		return file ? fileName : null;
	}

	private static void addHeader(String name, String header, String value, BoundedValues values) {
		if (!header.equalsIgnoreCase(DISPOSITION) || PartDisposition.hasMore(value)) {
			values.add(new InputValue(InputLocation.MULTIPART, name + "." + header, value));
		}
	}

	private static String nameOf(MultipartBody.Piece piece) {
		String disposition = piece.header(DISPOSITION);
		String name = (disposition != null) ? PartDisposition.parameter(disposition, "name") : null;
		return (name != null) ? name : "body";
	}

	private static void addName(@Nullable String name, BoundedValues values) {
		if (name != null) {
			values.add(InputValue.ofName(InputLocation.MULTIPART, name));
		}
	}

	/**
	 * Add what one or the other reader takes for the name of the file.
	 * @return one of them, empty if there is none
	 */
	private static String addFileNames(String name, @Nullable String disposition, @Nullable String submitted,
			BoundedValues values) {
		Set<String> names = (disposition != null) ? PartDisposition.fileNames(disposition) : new HashSet<>();
		if (submitted != null && !submitted.isEmpty()) {
			names.add(submitted);
		}
		names.forEach((fileName) -> values.add(new InputValue(InputLocation.MULTIPART, name + ".filename", fileName)));
		return names.isEmpty() ? "" : names.iterator().next();
	}

	private void addContent(String name, @Nullable String contentType, @Nullable String fileName, InputStream content,
			BoundedValues values) throws IOException {
		BodyKind declared = BodyKind.of(contentType);
		if (fileName != null) {
			addFile(name, contentType, fileName, content, values);
		}
		else if (contentType == null || declared == BodyKind.TEXT) {
			addField(name, content.readNBytes(this.maxBodySize), contentType, values);
		}
		else {
			this.bodies.add(BodyStart.of(declared, content, BodyStart.UNKNOWN, this.maxBodySize, values.memory()),
					contentType, values);
		}
	}

	/**
	 * Whoever reads the bytes of a field need not ask for its charset.
	 */
	private static void addField(String name, byte[] content, @Nullable String contentType, BoundedValues values) {
		String text = BodyValues.text(content, contentType);
		values.add(new InputValue(InputLocation.MULTIPART, name, text));
		if (!BodyValues.charset(contentType).equals(StandardCharsets.UTF_8)) {
			String unicode = new String(content, StandardCharsets.UTF_8);
			if (!unicode.equals(text)) {
				values.add(new InputValue(InputLocation.MULTIPART, name, unicode));
			}
		}
	}

	/**
	 * Add the names of entries of an archive that would leave the folder it is unpacked
	 * to.
	 */
	private void addEntries(String name, InputStream archive, BoundedValues values) throws IOException {
		for (String entry : ArchiveNames.leadingOut(archive, this.maxUploadSize)) {
			values.add(new InputValue(InputLocation.MULTIPART, name + ".entry", entry));
		}
	}

	/**
	 * Whoever sends a field can call it a file, and who reads it by {@code getPart} sees
	 * no difference.
	 */
	private void addText(String name, @Nullable String contentType, byte[] magic, InputStream content,
			BoundedValues values) throws IOException {
		if (magic.length > 0 && BodyStart.isText(magic)) {
			byte[] rest = content.readNBytes(Math.max(0, Math.min(this.maxUploadSize, LONGEST_TEXT) - magic.length));
			String text = BodyValues.text(joined(magic, rest), contentType);
			values.add(new InputValue(InputLocation.MULTIPART, name, text, InputValue.Kind.FILE));
		}
	}

	private static byte[] joined(byte[] start, byte[] rest) {
		byte[] all = Arrays.copyOf(start, start.length + rest.length);
		System.arraycopy(rest, 0, all, start.length, rest.length);
		return all;
	}

	private void addFile(String name, @Nullable String contentType, String fileName, InputStream content,
			BoundedValues values) throws IOException {
		byte[] magic = content.readNBytes(UploadKind.MAGIC);
		if (values.isComplete()) {
			values.add(new InputValue(InputLocation.MULTIPART, name + ".magic",
					new String(magic, StandardCharsets.ISO_8859_1), InputValue.Kind.FILE));
		}
		if (ArchiveNames.begins(magic)) {
			addEntries(name, new SequenceInputStream(new ByteArrayInputStream(magic), content), values);
			return;
		}
		BodyKind kind = UploadKind.of(contentType, fileName, magic);
		if (kind == BodyKind.BINARY) {
			addText(name, contentType, magic, content, values);
			return;
		}
		byte[] rest = content.readNBytes(Math.max(0, this.maxUploadSize - magic.length));
		BoundedValues leaves = values.another();
		this.bodies.add(new BodyStart(kind, joined(magic, rest)), contentType, leaves);
		for (InputValue leaf : leaves) {
			if (leaf.location() != InputLocation.BODY || !leaf.name().equals("body")) {
				values.add(new InputValue(leaf.location(), name + "#" + leaf.name(), leaf.value(), leaf.kind()));
			}
		}
	}

}
