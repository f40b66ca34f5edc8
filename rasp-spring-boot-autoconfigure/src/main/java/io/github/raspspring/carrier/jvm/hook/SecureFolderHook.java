package io.github.raspspring.carrier.jvm.hook;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Files that are opened, moved or deleted by way of
 * {@link java.nio.file.SecureDirectoryStream}, with paths that begin at its folder.
 */
final class SecureFolderHook implements JvmHook {

	private static final String TYPE = "sun.nio.fs.UnixSecureDirectoryStream";

	private static final String PATH = "Ljava/nio/file/Path;";

	private final PathNotes notes;

	SecureFolderHook(PathNotes notes) {
		this.notes = notes;
	}

	@Override
	public SinkKind kind() {
		return SinkKind.FILE;
	}

	@Override
	public String name() {
		return "SecureDirectoryStream";
	}

	@Override
	public List<HookPoint> points() {
		String target = PATH + "Ljava/nio/file/SecureDirectoryStream;" + PATH;
		return Stream
			.concat(Stream.of("newByteChannel", "newDirectoryStream", "implDelete")
				.map((method) -> HookPoint.of(TYPE, method, PATH + "*", 1)),
					Stream.of(1, 3).map((path) -> HookPoint.of(TYPE, "move", target, path)))
			.toList();
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return (first instanceof Path path) ? this.notes.change("SecureDirectoryStream", path.toString()) : null;
	}

}
