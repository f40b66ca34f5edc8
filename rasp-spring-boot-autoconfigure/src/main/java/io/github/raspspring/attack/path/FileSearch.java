package io.github.raspspring.attack.path;

import io.github.raspspring.sink.InputPlaces;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkVerdict;
import io.github.raspspring.sink.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * Holds a path against all inputs, as they are and as they are left by an application
 * that removes climbing segments once.
 */
final class FileSearch {

	private FileSearch() {
	}

	static @Nullable SinkVerdict firstAttack(String path, SinkInputs inputs, TextSearch.PlaceJudge judge) {
		SinkVerdict verdict = TextSearch.firstAttack(path, inputs, judge);
		return (verdict != null) ? verdict
				: TextSearch.firstAttack(InputPlaces.ofStripped(path, inputs), inputs, judge);
	}

}
