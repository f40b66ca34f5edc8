package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Texts that paths are made of. Judges nothing: the JDK drops slashes that are one too
 * many, and input with such would not be found again.
 */
final class PathTextHook implements JvmHook {

	private final PathNotes notes;

	PathTextHook(PathNotes notes) {
		this.notes = notes;
	}

	@Override
	public SinkKind kind() {
		return SinkKind.FILE;
	}

	@Override
	public String name() {
		return "texts of Path and File";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(HookPoint.of("sun.nio.fs.UnixPath", "normalizeAndCheck", "Ljava/lang/String;", 1),
				HookPoint.of("java.io.UnixFileSystem", "normalize", "Ljava/lang/String;", 1));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		if (first instanceof String path) {
			this.notes.made(path);
		}
		return null;
	}

}
