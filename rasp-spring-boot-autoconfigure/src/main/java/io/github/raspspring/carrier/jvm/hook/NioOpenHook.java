package io.github.raspspring.carrier.jvm.hook;

import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Files and folders that are opened by way of {@link Path}, at the provider of the
 * default file system.
 */
final class NioOpenHook implements JvmHook {

	private final PathNotes notes;

	NioOpenHook(PathNotes notes) {
		this.notes = notes;
	}

	@Override
	public SinkKind kind() {
		return SinkKind.FILE;
	}

	@Override
	public String name() {
		return "Files and FileChannel";
	}

	@Override
	public List<HookPoint> points() {
		return Stream.of("sun.nio.fs.UnixFileSystemProvider", "sun.nio.fs.WindowsFileSystemProvider")
			.flatMap(NioOpenHook::of)
			.toList();
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		if (!(first instanceof Path path)) {
			return null;
		}
		boolean writes = second instanceof Set<?> options
				&& options.stream().anyMatch((option) -> option != StandardOpenOption.READ && isKnown(option));
		return writes ? this.notes.change("Files", path.toString()) : this.notes.read("Files", path.toString());
	}

	private static boolean isKnown(Object option) {
		return option instanceof StandardOpenOption;
	}

	private static Stream<HookPoint> of(String provider) {
		return Stream.of(new HookPoint(provider, "newByteChannel", "Ljava/nio/file/Path;Ljava/util/Set;*", 1, 2),
				new HookPoint(provider, "newFileChannel", "Ljava/nio/file/Path;Ljava/util/Set;*", 1, 2),
				new HookPoint(provider, "newAsynchronousFileChannel", "Ljava/nio/file/Path;Ljava/util/Set;*", 1, 2),
				HookPoint.of(provider, "readSymbolicLink", "Ljava/nio/file/Path;", 1),
				HookPoint.of(provider, "newDirectoryStream", "Ljava/nio/file/Path;*", 1),
				HookPoint.of(provider, "copy", "Ljava/nio/file/Path;*", 1));
	}

}
