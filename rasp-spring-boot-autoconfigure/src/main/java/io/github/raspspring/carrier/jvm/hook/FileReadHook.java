package io.github.raspspring.carrier.jvm.hook;

import java.io.File;
import java.util.List;

import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Files and folders that are read by way of {@link File}.
 */
final class FileReadHook implements JvmHook {

	private final PathNotes notes;

	FileReadHook(PathNotes notes) {
		this.notes = notes;
	}

	@Override
	public SinkKind kind() {
		return SinkKind.FILE;
	}

	@Override
	public String name() {
		return "FileInputStream, ZipFile and File.list";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(HookPoint.of("java.io.FileInputStream", "<init>", "Ljava/io/File;", 1),
				HookPoint.of("java.util.zip.ZipFile", "<init>", "Ljava/io/File;ILjava/nio/charset/Charset;", 1),
				HookPoint.of("java.io.File", "list", "*", HookPoint.SELF),
				HookPoint.of("java.io.File", "listFiles", "*", HookPoint.SELF));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return (first instanceof File file) ? this.notes.read("File", file.getPath()) : null;
	}

}
