package io.github.raspspring.profile.learnt;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Keeps what was learnt in a file, so that a restart does not begin again: a line for
 * each parameter below two that name the version of the file and of the application. It
 * is written beside the old one and takes its place at once. A file that is not
 * understood as a whole is set aside, and learning begins again.
 */
public final class ProfileSnapshot {

	private static final Log logger = LogFactory.getLog("rasp");

	private static final String HEADER = "rasp-profile 1";

	private static final String END = "end ";

	private static final int HEXADECIMAL = 16;

	private final Path file;

	private final String version;

	/**
	 * Create a snapshot.
	 * @param file where it is kept
	 * @param version version of the application: profiles of another one are tried anew
	 * before they apply
	 */
	public ProfileSnapshot(Path file, String version) {
		this.file = file;
		this.version = version.replaceAll("\\s", "_");
	}

	/**
	 * Write what was learnt.
	 * @param profiles the profiles
	 * @return whether it is written
	 */
	public boolean write(LearntProfiles profiles) {
		Path draft = this.file.resolveSibling(this.file.getFileName() + ".new");
		try {
			Path folder = this.file.toAbsolutePath().getParent();
			if (folder != null) {
				Files.createDirectories(folder);
			}
			try (BufferedWriter lines = Files.newBufferedWriter(draft)) {
				write(profiles, lines);
			}
			move(draft);
			return true;
		}
		catch (IOException ex) {
			logger.warn("What was learnt of values can't be kept in rasp.profile.learnt.snapshot " + this.file + ": "
					+ ex.getClass().getSimpleName());
			return false;
		}
	}

	private void write(LearntProfiles profiles, BufferedWriter lines) throws IOException {
		lines.write(HEADER + '\n' + this.version + '\t' + Long.toString(profiles.secret(), HEXADECIMAL) + '\n');
		int count = 0;
		for (Map.Entry<String, EndpointSketch> endpoint : profiles.endpoints().entrySet()) {
			for (Map.Entry<String, ParameterSketch> parameter : endpoint.getValue().parameters().entrySet()) {
				lines.write(endpoint.getKey() + '\t' + parameter.getKey() + '\t'
						+ SketchText.write(parameter.getValue().state()) + '\n');
				count++;
			}
		}
		lines.write(END + count + '\n');
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
	 * @param profiles takes it
	 */
	public void read(LearntProfiles profiles) {
		if (!Files.exists(this.file)) {
			return;
		}
		try {
			List<Entry> entries = new ArrayList<>();
			String[] head = read(entries);
			profiles.secret(Long.parseLong(head[1], HEXADECIMAL));
			entries.forEach((entry) -> profiles.restore(entry.endpoint(), entry.parameter(), entry.state()));
			if (!head[0].equals(this.version)) {
				profiles.tryAgain();
				logger.info("The application has changed; profiles are tried anew before they apply");
			}
		}
		catch (IOException | RuntimeException ex) {
			setAside(ex);
		}
	}

	/**
	 * Read all of the file before any of it counts.
	 */
	private String[] read(List<Entry> entries) throws IOException {
		try (BufferedReader lines = Files.newBufferedReader(this.file)) {
			if (!HEADER.equals(lines.readLine())) {
				throw new IllegalArgumentException("it is of another version");
			}
			String[] head = String.valueOf(lines.readLine()).split("\t", -1);
			String line = lines.readLine();
			while (line != null && !line.startsWith(END)) {
				String[] fields = line.split("\t", 3);
				entries.add(new Entry(fields[0], fields[1], SketchText.read(fields[2])));
				line = lines.readLine();
			}
			if (line == null || head.length != 2 || !line.equals(END + entries.size())) {
				throw new IllegalArgumentException("it is not complete");
			}
			return head;
		}
	}

	private void setAside(Exception cause) {
		Path aside = this.file.resolveSibling(this.file.getFileName() + ".broken");
		String what = (cause instanceof IllegalArgumentException) ? String.valueOf(cause.getMessage())
				: cause.getClass().getSimpleName();
		try {
			Files.move(this.file, aside, StandardCopyOption.REPLACE_EXISTING);
			logger.warn("The snapshot of what was learnt of values is not understood (" + what
					+ "); it is set aside as " + aside + ", and learning begins again");
		}
		catch (IOException ex) {
			logger.warn("The snapshot " + this.file + " is neither understood (" + what + ") nor can it be moved");
		}
	}

	private record Entry(String endpoint, String parameter, SketchState state) {

	}

}
