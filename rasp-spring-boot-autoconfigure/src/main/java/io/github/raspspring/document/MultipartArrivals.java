package io.github.raspspring.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Takes a multipart body apart that arrives bit by bit. Of a piece that is longer than
 * what is judged, the beginning is kept. Not thread-safe.
 */
public final class MultipartArrivals {

	private static final int FIRST_STEP = 1024;

	private final byte @Nullable [] delimiter;

	private final int longest;

	private final BodyMemory.Lease memory;

	private byte[] piece = new byte[FIRST_STEP];

	private int length;

	/** Length of the piece where the line began. */
	private int line;

	/** Bytes of the line that are those of the delimiter, negative once one is not. */
	private int matched;

	private boolean inDelimiter;

	private boolean part;

	private char behindDelimiter;

	/**
	 * Create a reader.
	 * @param contentType the content type of the body
	 * @param longest bytes of a piece to keep at most
	 * @param memory what the bytes are kept in
	 */
	public MultipartArrivals(@Nullable String contentType, int longest, BodyMemory.Lease memory) {
		this.delimiter = MultipartBody.delimiter(contentType);
		this.longest = longest;
		this.memory = memory;
	}

	/**
	 * Read what has arrived.
	 * @param bytes what follows on the last call, in any cut
	 * @return the pieces that it completes, and what there is of the one that it begins
	 */
	public List<Arrived> read(byte[] bytes) {
		List<Arrived> arrived = new ArrayList<>();
		for (byte b : bytes) {
			take(b, arrived);
		}
		add(this.length, false, arrived);
		return arrived;
	}

	private void take(byte b, List<Arrived> arrived) {
		if (this.inDelimiter) {
			takeDelimiter(b);
			return;
		}
		keep(b);
		if (b == '\n') {
			this.line = this.length;
			this.matched = 0;
		}
		else if (this.delimiter != null && this.matched >= 0) {
			this.matched = (b == this.delimiter[this.matched]) ? this.matched + 1 : -1;
			if (this.matched == this.delimiter.length) {
				add(this.line, true, arrived);
				this.inDelimiter = true;
				this.behindDelimiter = ' ';
			}
		}
	}

	/**
	 * Two hyphens behind a delimiter end the last part.
	 */
	private void takeDelimiter(byte b) {
		if (b == '\n') {
			this.inDelimiter = false;
			this.length = 0;
			this.line = 0;
			this.matched = 0;
			this.part = this.behindDelimiter != '-';
		}
		else if (this.behindDelimiter == ' ') {
			this.behindDelimiter = (char) (b & 0xFF);
		}
	}

	private void keep(byte b) {
		if (this.length == this.piece.length) {
			int longer = Math.min(this.longest, 2 * this.length);
			if (longer <= this.length || !this.memory.take(longer - this.length)) {
				return;
			}
			this.piece = Arrays.copyOf(this.piece, longer);
		}
		this.piece[this.length++] = b;
	}

	private void add(int end, boolean complete, List<Arrived> arrived) {
		if (end > 0 && !this.inDelimiter) {
			MultipartBody.Piece read = complete ? MultipartBody.complete(this.piece, end, this.part)
					: MultipartBody.begun(this.piece, end, this.part, 2 * TextArrivals.OVERLAP);
			arrived.add(new Arrived(read, this.part, complete));
		}
	}

	/**
	 * A piece that has arrived, or the beginning of one.
	 *
	 * @param piece the piece
	 * @param part whether it is a part, and does not stand around one
	 * @param complete whether it has ended
	 */
	public record Arrived(MultipartBody.Piece piece, boolean part, boolean complete) {

		/**
		 * Return whether it is a part whose headers go on.
		 */
		public boolean isInHeaders() {
			return this.part && !this.complete && this.piece.headers().isEmpty();
		}

	}

}
