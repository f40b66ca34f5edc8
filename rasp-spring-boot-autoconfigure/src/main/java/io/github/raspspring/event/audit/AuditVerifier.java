package io.github.raspspring.event.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Verifies a chain line by line, in memory for one line. Line ends of other systems and
 * empty lines are no change. Not thread-safe.
 */
final class AuditVerifier {

	/** No event is longer. */
	private static final int LONGEST = 4 * 1024 * 1024;

	private final AuditChain chain;

	private final List<Source> sources = new ArrayList<>();

	private @Nullable AuditLink first;

	private @Nullable AuditLink last;

	private long torn;

	AuditVerifier(AuditChain chain) {
		this.chain = chain;
	}

	/**
	 * Open files, which stay open whatever becomes of their names.
	 */
	void open(List<Path> files) throws IOException {
		for (Path file : files) {
			String name = String.valueOf(file.getFileName());
			this.sources.add(new Source(name, new BufferedInputStream(Files.newInputStream(file))));
		}
	}

	/**
	 * Verify and close the files.
	 */
	AuditVerdict verify() throws IOException {
		try {
			for (int i = 0; i < this.sources.size(); i++) {
				AuditVerdict broken = verify(this.sources.get(i), i == this.sources.size() - 1);
				if (broken != null) {
					return broken;
				}
			}
			return verdict(null, 0, null);
		}
		finally {
			for (Source source : this.sources) {
				source.bytes().close();
			}
		}
	}

	private @Nullable AuditVerdict verify(Source source, boolean latest) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		long number = 1;
		for (int b = source.bytes().read(); b >= 0; b = source.bytes().read()) {
			if (b != '\n' && line.size() < LONGEST) {
				line.write(b);
				continue;
			}
			String fault = fault(text(line));
			if (fault != null) {
				return verdict(source.name(), number, fault);
			}
			line.reset();
			number++;
		}
		return end(source, latest, line, number);
	}

	/**
	 * A copy may lack the end of the last line; what is not whole was never finished, and
	 * can stand at the very end only.
	 */
	private @Nullable AuditVerdict end(Source source, boolean latest, ByteArrayOutputStream line, long number) {
		String rest = text(line);
		if (rest.isEmpty()) {
			return null;
		}
		boolean whole = this.chain.read(rest) != null;
		if (!whole && latest) {
			this.torn = line.size();
			return null;
		}
		String fault = whole ? fault(rest) : "a line ends in the middle";
		return (fault != null) ? verdict(source.name(), number, fault) : null;
	}

	private @Nullable String fault(String line) {
		if (line.isEmpty()) {
			return null;
		}
		AuditLink link = this.chain.read(line);
		AuditLink before = this.last;
		if (link == null) {
			return "the line was changed, or written with another key";
		}
		if (before != null && !link.follows(before)) {
			return "line " + link.sequence() + " stands behind line " + before.sequence()
					+ ", so that one was removed, inserted or moved";
		}
		if (before == null && link.sequence() == 1 && !link.previous().equals(AuditLink.START)) {
			return "the first line is chained to another";
		}
		this.first = (this.first != null) ? this.first : link;
		this.last = link;
		return null;
	}

	private static String text(ByteArrayOutputStream line) {
		String text = line.toString(StandardCharsets.UTF_8);
		return (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
	}

	private AuditVerdict verdict(@Nullable String file, long line, @Nullable String fault) {
		AuditLink from = this.first;
		AuditLink to = (this.last != null) ? this.last : AuditLink.NONE;
		return new AuditVerdict(fault == null, (from != null) ? from.sequence() : 0, to.sequence(), to.hash(),
				this.torn, file, line, fault);
	}

	/**
	 * A file that is verified.
	 */
	private record Source(String name, InputStream bytes) {

	}

}
