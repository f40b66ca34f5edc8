package io.github.raspspring.attack.path;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.CharMask;
import io.github.raspspring.sink.Occurrence;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkVerdict;
import io.github.raspspring.sink.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * Holds a path against all inputs, as they are and as they are left by an application
 * that removes climbing segments once.
 */
final class FileSearch {

	/** A slash and a backslash count as one. */
	private static final long CLIMBING = CharMask.of("./");

	private FileSearch() {
	}

	static @Nullable SinkVerdict firstAttack(String path, SinkInputs inputs, TextSearch.PlaceJudge judge) {
		SinkVerdict verdict = TextSearch.firstAttack(path, inputs, judge);
		for (int i = 0; i < inputs.size() && verdict == null; i++) {
			if ((CLIMBING & ~inputs.mask(i)) == 0 && climbs(inputs.text(i)) && !inputs.isRepeated(i)) {
				verdict = firstStripped(path, inputs, i, judge);
			}
		}
		return verdict;
	}

	private static @Nullable SinkVerdict firstStripped(String path, SinkInputs inputs, int input,
			TextSearch.PlaceJudge judge) {
		String stripped = inputs.text(input).replace("../", "").replace("..\\", "");
		long place = inputs.find(stripped, path, 0);
		while (place != Occurrence.NONE) {
			Rule rule = judge.judge(Occurrence.start(place), Occurrence.end(place));
			if (rule != null) {
				return SinkVerdict.certain(rule, inputs.source(input), Occurrence.start(place), Occurrence.end(place));
			}
			place = inputs.find(stripped, path, Occurrence.end(place));
		}
		return null;
	}

	private static boolean climbs(String text) {
		return text.contains("../") || text.contains("..\\");
	}

}
