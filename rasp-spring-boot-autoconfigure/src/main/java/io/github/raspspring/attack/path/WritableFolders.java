package io.github.raspspring.attack.path;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.ApplicationLimit;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * The only folders below which the application creates, changes or deletes files
 * (CWE-73). Links are followed as far as there are files. Immutable.
 */
public final class WritableFolders implements ApplicationLimit {

	private static final Rule RULE = new Rule("folder-not-writable", "CWE-73",
			"A file is written outside of the folders of the application.",
			"Add the folder to rasp.sinks.file.writable-folders if the application writes there by intent.");

	private final List<Path> folders;

	/**
	 * Create a limit.
	 * @param folders absolute paths
	 * @throws IllegalArgumentException if one is no absolute path
	 */
	public WritableFolders(List<String> folders) {
		this.folders = folders.stream().map(WritableFolders::folder).toList();
	}

	@Override
	public SinkKind kind() {
		return SinkKind.FILE;
	}

	@Override
	public @Nullable Rule exceededBy(SinkCall call) {
		if (!(call instanceof FileCall file) || !file.writes()) {
			return null;
		}
		Path path = real(Path.of(file.argument()).toAbsolutePath().normalize());
		return this.folders.stream().map(WritableFolders::real).anyMatch(path::startsWith) ? null : RULE;
	}

	private static Path folder(String text) {
		try {
			Path path = Path.of(text.strip());
			if (path.isAbsolute()) {
				return path.normalize();
			}
		}
		catch (InvalidPathException ex) {
			// Told below.
		}
		throw new IllegalArgumentException("Not an absolute path: '" + text + "'");
	}

	/**
	 * Where a path leads, of which the end need not exist.
	 */
	private static Path real(Path path) {
		for (Path known = path; known != null; known = known.getParent()) {
			try {
				return known.toRealPath().resolve(known.relativize(path));
			}
			catch (IOException ex) {
				// The folder above may exist.
			}
		}
		return path;
	}

}
