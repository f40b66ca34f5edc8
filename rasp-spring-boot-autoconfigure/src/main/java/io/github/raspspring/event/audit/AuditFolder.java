package io.github.raspspring.event.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The files of a chain: the one that is written, and next to it those it was before,
 * named by the number of their first line.
 */
final class AuditFolder {

	private final Path current;

	private final String stem;

	private final String extension;

	private final Pattern earlier;

	AuditFolder(Path current) {
		this.current = current.toAbsolutePath().normalize();
		String name = this.current.getFileName().toString();
		int dot = name.lastIndexOf('.');
		this.stem = (dot > 0) ? name.substring(0, dot) : name;
		this.extension = (dot > 0) ? name.substring(dot) : "";
		this.earlier = Pattern
			.compile(Pattern.quote(this.stem) + "\\.[0-9]{12}(?:-[0-9]+)?" + Pattern.quote(this.extension));
	}

	Path current() {
		return this.current;
	}

	Path lock() {
		return this.current.resolveSibling(this.current.getFileName() + ".lock");
	}

	void create() throws IOException {
		Path parent = this.current.getParent();
		if (parent != null) {
			Files.createDirectories(parent);
		}
	}

	/**
	 * Return all files there are, the oldest first.
	 */
	List<Path> files() throws IOException {
		List<Path> files = new ArrayList<>(earlier());
		if (Files.exists(this.current)) {
			files.add(this.current);
		}
		return files;
	}

	List<Path> earlier() throws IOException {
		Path parent = this.current.getParent();
		if (parent == null || !Files.isDirectory(parent)) {
			return List.of();
		}
		try (Stream<Path> siblings = Files.list(parent)) {
			return siblings.filter((path) -> this.earlier.matcher(path.getFileName().toString()).matches())
				.sorted()
				.toList();
		}
	}

	/**
	 * Put the current file aside.
	 * @param first number of its first line
	 */
	void rotate(long first) throws IOException {
		String name = "%s.%012d".formatted(this.stem, first);
		Path target = this.current.resolveSibling(name + this.extension);
		for (int i = 1; Files.exists(target); i++) {
			target = this.current.resolveSibling(name + '-' + i + this.extension);
		}
		Files.move(this.current, target, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Delete the oldest files.
	 * @param kept how many earlier ones stay
	 */
	void prune(int kept) throws IOException {
		List<Path> files = earlier();
		for (int i = 0; i < files.size() - kept; i++) {
			Files.deleteIfExists(files.get(i));
		}
	}

	/**
	 * Return the file that was written last, or {@code null} if there is none.
	 */
	@Nullable Path last() throws IOException {
		List<Path> files = files();
		return files.isEmpty() ? null : files.get(files.size() - 1);
	}

}
