package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Resources of the class path. What climbs out of its folder gets at the settings of the
 * application, although it never leaves the jar. Other names are no matter: loaders ask
 * for resources all the time.
 */
final class ResourceHook implements JvmHook {

	private static final String SPRING = "org.springframework.core.io.ClassPathResource";

	private static final String LOADER = "java.lang.ClassLoader";

	private static final String TEXT = "Ljava/lang/String;";

	private final PathNotes notes;

	ResourceHook(PathNotes notes) {
		this.notes = notes;
	}

	@Override
	public SinkKind kind() {
		return SinkKind.FILE;
	}

	@Override
	public String name() {
		return "resources of the class path";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(HookPoint.of(LOADER, "getResource", TEXT, 1), HookPoint.of(LOADER, "getResources", TEXT, 1),
				// Tidies its path up before it asks a loader.
				HookPoint.of(SPRING, "<init>", TEXT + "*", 1));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return (first instanceof String path && path.contains("..")) ? this.notes.read("Resource", path) : null;
	}

}
