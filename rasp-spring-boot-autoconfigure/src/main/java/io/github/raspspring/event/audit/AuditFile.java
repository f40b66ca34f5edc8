package io.github.raspspring.event.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.event.EventOutlet;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.event.form.EventForm;
import io.github.raspspring.event.form.JsonLine;
import org.jspecify.annotations.Nullable;

/**
 * Writes events to a file, one line of JSON each, chained so that a change shows. Starts
 * another file when one is full, and goes on with the chain after a restart; a line that
 * the process did not live to finish is cut off then, and that is told. Thread-safe.
 */
public final class AuditFile implements EventOutlet {

	private final AuditFolder folder;

	private final AuditChain chain;

	private final AuditLimits limits;

	private final EventForm form;

	private final LineFile.Opener opener;

	private @Nullable LineFile file;

	private @Nullable FileChannel lock;

	private AuditLink last = AuditLink.NONE;

	private long first = 1;

	/** Told with the next event. */
	private @Nullable EventRecord resumed;

	/**
	 * Create an audit file. It is opened with the first event.
	 * @param path where it is; its folder is created
	 * @param key the secret of the chain, {@code null} for one that needs none
	 * @param limits how much is kept
	 * @param form the form in which events are written
	 */
	public AuditFile(Path path, byte @Nullable [] key, AuditLimits limits, EventForm form) {
		this(path, key, limits, form, ChannelFile::open);
	}

	AuditFile(Path path, byte @Nullable [] key, AuditLimits limits, EventForm form, LineFile.Opener opener) {
		this.folder = new AuditFolder(path);
		this.chain = new AuditChain(key);
		this.limits = limits;
		this.form = form;
		this.opener = opener;
	}

	@Override
	public String name() {
		return "file";
	}

	@Override
	public synchronized void write(List<EventRecord> events) throws IOException {
		LineFile open = open(events.get(0));
		EventRecord notice = this.resumed;
		List<EventRecord> all = new ArrayList<>();
		if (notice != null) {
			all.add(notice);
		}
		all.addAll(events);
		AuditLink link = this.last;
		StringBuilder lines = new StringBuilder();
		for (EventRecord event : all) {
			String line = this.chain.line(link, JsonLine.of(this.form.of(event)));
			link = AuditChain.linkOf(line, link);
			lines.append(line).append('\n');
		}
		append(open, lines.toString().getBytes(StandardCharsets.UTF_8));
		this.last = link;
		this.resumed = null;
	}

	private void append(LineFile open, byte[] bytes) throws IOException {
		LineFile target = open;
		if (target.size() > 0 && target.size() + bytes.length > this.limits.fileSize()) {
			target = rotate(target);
		}
		long before = target.size();
		try {
			target.append(bytes);
		}
		catch (IOException ex) {
			repair(target, before);
			throw ex;
		}
	}

	/**
	 * Half a line must not stay, or the next one would begin within it.
	 */
	private void repair(LineFile open, long size) {
		try {
			open.truncate(size);
		}
		catch (IOException ex) {
			// What opens the file again cuts it off.
			closeFile();
		}
	}

	private LineFile rotate(LineFile full) throws IOException {
		full.close();
		this.file = null;
		this.folder.rotate(this.first);
		this.folder.prune(this.limits.files() - 1);
		this.first = this.last.sequence() + 1;
		LineFile next = this.opener.open(this.folder.current());
		this.file = next;
		return next;
	}

	private LineFile open(EventRecord next) throws IOException {
		if (this.file != null) {
			return this.file;
		}
		this.folder.create();
		lock();
		resume(next);
		LineFile opened = this.opener.open(this.folder.current());
		this.file = opened;
		return opened;
	}

	/**
	 * Two processes would tear the chain.
	 */
	private void lock() throws IOException {
		if (this.lock != null) {
			return;
		}
		FileChannel channel = FileChannel.open(this.folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			if (channel.tryLock() != null) {
				this.lock = channel;
				return;
			}
		}
		catch (OverlappingFileLockException ex) {
			// Another application of this JVM has it.
		}
		channel.close();
		throw new IOException("Another process writes " + this.folder.current());
	}

	/**
	 * Go on where the last process stopped.
	 */
	private void resume(EventRecord next) throws IOException {
		Path known = this.folder.last();
		if (known == null) {
			return;
		}
		FileEnd end = FileEnd.of(known);
		if (end.torn() > 0) {
			try (LineFile torn = this.opener.open(known)) {
				torn.truncate(end.whole());
			}
			this.resumed = AuditNotices.resumed(end.torn(), next.occurredAt());
		}
		AuditLink link = this.chain.read(end.line());
		if (link != null) {
			this.last = link;
			this.first = known.equals(this.folder.current()) ? firstOf(known) : link.sequence() + 1;
		}
		else if (!end.line().isEmpty() && known.equals(this.folder.current())) {
			this.folder.rotate(0);
			this.last = AuditLink.NONE;
			this.first = 1;
			this.resumed = AuditNotices.unreadable(next.occurredAt());
		}
	}

	private long firstOf(Path path) throws IOException {
		try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
			String line = reader.readLine();
			AuditLink link = (line != null) ? this.chain.read(line) : null;
			return (link != null) ? link.sequence() : 0;
		}
	}

	/**
	 * Verify all files, up to what has been written by now.
	 * @return what was found
	 * @throws IOException if they can't be read
	 */
	public AuditVerdict verify() throws IOException {
		AuditLink head;
		AuditVerifier verifier = new AuditVerifier(this.chain);
		synchronized (this) {
			head = this.last;
			verifier.open(this.folder.files());
		}
		return verifier.verify().upTo(head);
	}

	/**
	 * Return the number of the last line that was written.
	 * @return zero before the first
	 */
	public synchronized long sequence() {
		return this.last.sequence();
	}

	/**
	 * Return the hash of the last line. Who keeps it elsewhere sees whether the end of
	 * the file was cut off.
	 * @return 64 hexadecimal digits
	 */
	public synchronized String head() {
		return this.last.hash();
	}

	@Override
	public synchronized void close() {
		closeFile();
		FileChannel held = this.lock;
		this.lock = null;
		if (held != null) {
			try {
				held.close();
			}
			catch (IOException ex) {
				// It is gone with the process.
			}
		}
	}

	private void closeFile() {
		LineFile open = this.file;
		this.file = null;
		if (open != null) {
			try {
				open.close();
			}
			catch (IOException ex) {
				// What was appended is with the operating system.
			}
		}
	}

}
