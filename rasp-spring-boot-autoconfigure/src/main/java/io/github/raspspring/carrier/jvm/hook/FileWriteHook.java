package io.github.raspspring.carrier.jvm.hook;

import java.io.File;
import java.util.List;

import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Files and folders that are changed by way of {@link File}.
 */
final class FileWriteHook implements JvmHook {

	private final PathNotes notes;

	FileWriteHook(PathNotes notes) {
		this.notes = notes;
	}

	@Override
	public SinkKind kind() {
		return SinkKind.FILE;
	}

	@Override
	public String name() {
		return "FileOutputStream and changes by File";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(HookPoint.of("java.io.FileOutputStream", "<init>", "Ljava/io/File;Z", 1),
				HookPoint.of("java.io.File", "createNewFile", "", HookPoint.SELF),
				HookPoint.of("java.io.File", "delete", "", HookPoint.SELF),
				HookPoint.of("java.io.File", "mkdir", "", HookPoint.SELF),
				HookPoint.of("java.io.File", "setExecutable", "ZZ", HookPoint.SELF),
				HookPoint.of("java.io.File", "setWritable", "ZZ", HookPoint.SELF),
				new HookPoint("java.io.File", "createTempFile", "Ljava/lang/String;Ljava/lang/String;Ljava/io/File;", 2,
						3),
				HookPoint.of("java.io.File", "renameTo", "*", HookPoint.SELF),
				HookPoint.of("java.io.File", "renameTo", "Ljava/io/File;", 1));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		if (first instanceof String suffix) {
			Object folder = (second != null) ? second : System.getProperty("java.io.tmpdir");
			return this.notes.change("File", folder + "/0" + suffix);
		}
		return (first instanceof File file) ? this.notes.change("File", file.getPath()) : null;
	}

}
