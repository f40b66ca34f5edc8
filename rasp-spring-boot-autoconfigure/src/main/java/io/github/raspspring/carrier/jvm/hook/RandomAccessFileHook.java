package io.github.raspspring.carrier.jvm.hook;

import java.io.File;
import java.util.List;

import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Files that are read and written at any place.
 */
final class RandomAccessFileHook implements JvmHook {

	private final PathNotes notes;

	RandomAccessFileHook(PathNotes notes) {
		this.notes = notes;
	}

	@Override
	public SinkKind kind() {
		return SinkKind.FILE;
	}

	@Override
	public String name() {
		return "RandomAccessFile";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(new HookPoint("java.io.RandomAccessFile", "<init>", "Ljava/io/File;Ljava/lang/String;Z", 1, 2));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		if (!(first instanceof File file)) {
			return null;
		}
		boolean writes = second instanceof String mode && mode.startsWith("rw");
		return writes ? this.notes.change("RandomAccessFile", file.getPath())
				: this.notes.read("RandomAccessFile", file.getPath());
	}

}
