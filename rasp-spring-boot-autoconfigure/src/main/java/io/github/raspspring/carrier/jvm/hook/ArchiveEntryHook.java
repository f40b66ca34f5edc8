package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Entries of archives, whose names are what the client sent although they are no value of
 * the request. Judges nothing: tells the files that are written which part of their path
 * came from there.
 */
final class ArchiveEntryHook implements JvmHook {

	private final PathNotes notes;

	ArchiveEntryHook(PathNotes notes) {
		this.notes = notes;
	}

	@Override
	public SinkKind kind() {
		return SinkKind.FILE;
	}

	@Override
	public String name() {
		return "names of ZipEntry";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(HookPoint.of("java.util.zip.ZipEntry", "<init>", "Ljava/lang/String;", 1));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		this.notes.entered((first instanceof String name) ? name : "");
		return null;
	}

}
