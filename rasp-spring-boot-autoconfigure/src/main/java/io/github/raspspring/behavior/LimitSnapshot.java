package io.github.raspspring.behavior;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Keeps what was learnt in a file, so that a restart does not begin again: a line for
 * each limit, with tabs between its parts, below a line that names the version. It is
 * written beside the old one and takes its place at once. A file that is not understood
 * as a whole is set aside, and learning begins again.
 */
public final class LimitSnapshot {

	private static final Log logger = LogFactory.getLog("rasp");

	private static final String HEADER = "rasp-behavior 1";

	private static final String END = "end ";

	private static final int KEY_FIELDS = 2;

	private static final int LEAST_FIELDS = 8;

	private static final int MOST_FIELDS = 9;

	private final Path file;

	/**
	 * Create a snapshot.
	 * @param file where it is kept
	 */
	public LimitSnapshot(Path file) {
		this.file = file;
	}

	/**
	 * Write what was learnt.
	 * @param routes the routes
	 * @return whether it is written
	 */
	public boolean write(RouteModels routes) {
		Path draft = this.file.resolveSibling(this.file.getFileName() + ".new");
		try {
			Path folder = this.file.toAbsolutePath().getParent();
			if (folder != null) {
				Files.createDirectories(folder);
			}
			try (BufferedWriter lines = Files.newBufferedWriter(draft)) {
				lines.write(HEADER + '\n');
				int count = 0;
				for (RouteModel route : routes.all()) {
					for (LearntLimit limit : route.limits()) {
						lines.write(route.name().replace(' ', '\t') + '\t' + limit.write() + '\n');
						count++;
					}
				}
				lines.write(END + count + '\n');
			}
			move(draft);
			return true;
		}
		catch (IOException ex) {
			logger.warn("What was learnt of usage can't be kept in rasp.behavior.adaptive.snapshot " + this.file + ": "
					+ ex.getClass().getSimpleName());
			return false;
		}
	}

	private void move(Path draft) throws IOException {
		try {
			Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (AtomicMoveNotSupportedException ex) {
			Files.move(draft, this.file, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/**
	 * Read what was learnt before.
	 * @param routes takes it
	 */
	public void read(RouteModels routes) {
		if (!Files.exists(this.file)) {
			return;
		}
		try {
			List<String[]> entries = entries();
			entries.forEach((fields) -> check(fields));
			entries.forEach((fields) -> apply(fields, routes));
		}
		catch (IOException | RuntimeException ex) {
			setAside(ex);
		}
	}

	private List<String[]> entries() throws IOException {
		try (BufferedReader lines = Files.newBufferedReader(this.file)) {
			if (!HEADER.equals(lines.readLine())) {
				throw new IllegalArgumentException("it is of another version");
			}
			List<String[]> entries = new ArrayList<>();
			String line = lines.readLine();
			while (line != null && !line.startsWith(END)) {
				entries.add(line.split("\t", -1));
				line = lines.readLine();
			}
			if (line == null || !line.equals(END + entries.size())) {
				throw new IllegalArgumentException("it is not complete");
			}
			return entries;
		}
	}

	/**
	 * Try on a limit that nobody asks, so that all of the file counts or nothing.
	 */
	private static void check(String[] fields) {
		if (fields.length < LEAST_FIELDS || fields.length > MOST_FIELDS) {
			throw new IllegalArgumentException("a line has " + fields.length + " parts");
		}
		apply(fields, new RouteModels(LearningSettings.NONE));
	}

	private static void apply(String[] fields, RouteModels routes) {
		RouteModel route = routes.find(fields[0], fields[1]);
		if (route != null) {
			String[] rest = java.util.Arrays.copyOfRange(fields, KEY_FIELDS, fields.length);
			route.limit(LearntLimit.Kind.valueOf(rest[0])).read(rest);
		}
	}

	private void setAside(Exception cause) {
		Path aside = this.file.resolveSibling(this.file.getFileName() + ".broken");
		String what = (cause instanceof IllegalArgumentException) ? String.valueOf(cause.getMessage())
				: cause.getClass().getSimpleName();
		try {
			Files.move(this.file, aside, StandardCopyOption.REPLACE_EXISTING);
			logger.warn("The snapshot of what was learnt of usage is not understood (" + what + "); it is set aside as "
					+ aside + ", and learning begins again");
		}
		catch (IOException ex) {
			logger.warn("The snapshot " + this.file + " is neither understood (" + what + ") nor can it be moved");
		}
	}

}
