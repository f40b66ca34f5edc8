package io.github.raspspring.attack.path;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Those inputs of a request that may be gone from a path once it is normalized, and what
 * tells that they chose it nevertheless. Immutable.
 */
final class ClimbingInputs {

	/** As long as file systems take them. */
	private static final int LONGEST_PATH = 4096;

	private final List<ClimbingInput> inputs;

	private final boolean climb;

	private ClimbingInputs(List<ClimbingInput> inputs) {
		this.inputs = inputs;
		this.climb = inputs.stream().anyMatch(ClimbingInput::leavesItsFolder);
	}

	static ClimbingInputs of(SinkInputs inputs) {
		List<ClimbingInput> found = new ArrayList<>();
		Set<String> known = new HashSet<>();
		for (int i = 0; i < inputs.size(); i++) {
			String text = inputs.text(i);
			inputs.walk(text.length());
			if (ClimbingInput.isPossible(text)) {
				add(found, known, i, text);
				String stripped = ClimbingInput.stripped(text);
				if (stripped.length() < text.length()) {
					add(found, known, i, stripped);
				}
			}
		}
		return new ClimbingInputs(found);
	}

	private static void add(List<ClimbingInput> found, Set<String> known, int number, String text) {
		ClimbingInput input = ClimbingInput.of(number, text);
		if (input != null && input.rest().length() <= LONGEST_PATH
				&& known.add(input.climbs() + (input.absolute() ? "/" : "") + input.rest())) {
			found.add(input);
		}
	}

	/**
	 * Return whether any input leaves the folder it is put into: what a request with such
	 * runs is no choice of the application.
	 */
	boolean climb() {
		return this.climb;
	}

	/**
	 * Return the verdict on the first input that has chosen a path.
	 */
	@Nullable SinkVerdict firstAttack(String path, SinkInputs inputs, OwnPaths own) {
		if (this.inputs.isEmpty() || path.length() > LONGEST_PATH) {
			return null;
		}
		TidyPath tidy = TidyPath.of(path, ClimbingInput.schemes(path));
		String names = tidy.names();
		for (ClimbingInput input : this.inputs) {
			inputs.walk(1);
			int place = input.placeIn(names);
			Rule rule = (place >= 0) ? judge(input, path, names, place, inputs.route(), own) : null;
			if (rule != null) {
				int end = place + input.rest().length();
				return SinkVerdict.strong(rule, inputs.source(input.input()), tidy.startBehind(place),
						tidy.endBefore(end));
			}
		}
		return null;
	}

	/**
	 * A single name may be what is left of a path that the application has cleaned. It
	 * chose the folder only if that is as far above one of the application as the input
	 * climbs.
	 */
	private static @Nullable Rule judge(ClimbingInput input, String path, String names, int place, String route,
			OwnPaths own) {
		if (input.leavesItsFolder() && (input.size() > 1 || isRoot(input, path, names, place))) {
			return FileRules.TRAVERSAL;
		}
		if (own.isFile(path, route)) {
			return null;
		}
		if (input.leavesItsFolder() && own.isAbove(names.substring(0, place), input.climbs(), route)) {
			return FileRules.TRAVERSAL;
		}
		return (input.absolute() && input.rest().length() == names.length()) ? FileRules.ABSOLUTE : null;
	}

	private static boolean isRoot(ClimbingInput input, String path, String names, int place) {
		return input.size() == 1 && (place == 0 || names.charAt(place - 1) == ':')
				&& ClimbingInput.isRooted(path, ClimbingInput.schemes(path));
	}

}
