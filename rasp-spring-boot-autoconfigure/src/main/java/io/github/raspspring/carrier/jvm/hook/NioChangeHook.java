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
 * Files and folders that are created, moved, copied or deleted by way of {@link Path}.
 */
final class NioChangeHook implements JvmHook {

	private final PathNotes notes;

	NioChangeHook(PathNotes notes) {
		this.notes = notes;
	}

	@Override
	public SinkKind kind() {
		return SinkKind.FILE;
	}

	@Override
	public String name() {
		return "changes by Files";
	}

	@Override
	public List<HookPoint> points() {
		return Stream.of("sun.nio.fs.UnixFileSystemProvider", "sun.nio.fs.WindowsFileSystemProvider")
			.flatMap(NioChangeHook::of)
			.toList();
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return (first instanceof Path path) ? this.notes.change("Files", path.toString()) : null;
	}

	private static Stream<HookPoint> of(String provider) {
		return Stream.of(HookPoint.of(provider, "createDirectory", "Ljava/nio/file/Path;*", 1),
				HookPoint.of(provider, "implDelete", "Ljava/nio/file/Path;*", 1),
				HookPoint.of(provider, "copy", "Ljava/nio/file/Path;Ljava/nio/file/Path;*", 2),
				HookPoint.of(provider, "move", "Ljava/nio/file/Path;Ljava/nio/file/Path;*", 1),
				HookPoint.of(provider, "move", "Ljava/nio/file/Path;Ljava/nio/file/Path;*", 2),
				HookPoint.of(provider, "createSymbolicLink", "Ljava/nio/file/Path;Ljava/nio/file/Path;*", 2),
				HookPoint.of(provider, "createSymbolicLink", "Ljava/nio/file/Path;*", 1),
				HookPoint.of(provider, "createLink", "Ljava/nio/file/Path;Ljava/nio/file/Path;*", 2),
				HookPoint.of(provider, "createLink", "Ljava/nio/file/Path;*", 1));
	}

}
