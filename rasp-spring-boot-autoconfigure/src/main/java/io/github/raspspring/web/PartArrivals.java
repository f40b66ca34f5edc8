package io.github.raspspring.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import io.github.raspspring.document.ArrivalReader;
import io.github.raspspring.document.BodyMemory;
import io.github.raspspring.document.BoundedValues;
import io.github.raspspring.document.MultipartArrivals;
import io.github.raspspring.document.MultipartBody;
import io.github.raspspring.engine.InputValue;

/**
 * Reads the parts of a body that arrives bit by bit: what their headers say as soon as
 * they are complete, a field as far as it has come, a file when it has ended.
 */
final class PartArrivals implements ArrivalReader {

	private final PartValues parts;

	private final MultipartArrivals pieces;

	private final BodyMemory.Lease memory;

	private String announced = "";

	/** Whether the piece that has begun is a file. */
	private boolean file;

	private boolean inFile;

	PartArrivals(PartValues parts, MultipartArrivals pieces, BodyMemory.Lease memory) {
		this.parts = parts;
		this.pieces = pieces;
		this.memory = memory;
	}

	@Override
	public List<InputValue> read(byte[] bytes) {
		BoundedValues values = new BoundedValues(this.memory);
		try {
			for (MultipartArrivals.Arrived arrived : this.pieces.read(bytes)) {
				add(arrived, values);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return List.copyOf(values);
	}

	private void add(MultipartArrivals.Arrived arrived, BoundedValues values) throws IOException {
		this.inFile = false;
		if (arrived.complete()) {
			this.parts.addPiece(arrived.piece(), values);
			this.announced = "";
			this.file = false;
		}
		else if (!arrived.isInHeaders()) {
			begin(arrived.piece(), values);
			this.inFile = this.file;
			if (!this.file) {
				this.parts.addBegun(arrived.piece(), values);
			}
		}
	}

	private void begin(MultipartBody.Piece piece, BoundedValues values) {
		if (!this.announced.equals(piece.headers())) {
			this.announced = piece.headers();
			this.file = this.parts.addHeaders(piece, values) != null;
		}
	}

	/**
	 * A file may be larger than what is judged of a body.
	 */
	@Override
	public boolean passesOver() {
		return this.inFile;
	}

}
