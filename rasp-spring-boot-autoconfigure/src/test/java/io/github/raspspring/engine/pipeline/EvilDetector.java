package io.github.raspspring.engine.pipeline;

import java.util.function.Consumer;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueView;

/**
 * Finds the word "evil", takes "odd" for a weak sign of it, and tells what it is asked
 * about before.
 */
class EvilDetector implements ValueDetector {

	static final Rule RULE = new Rule("evil", "CWE-1", "It is evil.", "Be good.");

	private final Consumer<String> asked;

	EvilDetector(Consumer<String> asked) {
		this.asked = asked;
	}

	@Override
	public String name() {
		return "evil";
	}

	@Override
	public Category category() {
		return Category.INJECTION;
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		this.asked.accept(view.text());
		if (view.text().contains("who")) {
			findings.onlyForThisRequest();
		}
		int start = view.text().indexOf("evil");
		if (start >= 0) {
			findings.add(Finding.of(this, RULE)
				.confidence(Confidence.CERTAIN)
				.at(view.input())
				.evidence(view.text(), start, start + 4)
				.build());
		}
		else if (view.text().contains("odd") && !findings.haveEnoughOf(this, RULE, Confidence.WEAK)) {
			findings.add(Finding.of(this, RULE).confidence(Confidence.WEAK).at(view.input()).build());
		}
	}

}
