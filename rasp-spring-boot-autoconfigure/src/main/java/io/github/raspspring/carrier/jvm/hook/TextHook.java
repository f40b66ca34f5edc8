package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.TextCall;
import org.jspecify.annotations.Nullable;

/**
 * An API that is handed a text to be evaluated.
 * 
 * @param name what is hooked
 * @param language how the text is read
 * @param points the methods, each handed over the text
 */
record TextHook(String name, TextCall.Language language, List<HookPoint> points) implements JvmHook {

	@Override
	public SinkKind kind() {
		return new TextCall(this.language, "").kind();
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		if (first == null) {
			return null;
		}
		return new TextCall(this.language,
				(first instanceof char[] characters) ? new String(characters) : first.toString());
	}

}
