package io.github.raspspring.attack.path;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.text.Traits;

/**
 * Refuses uploaded files by the end of their name (CWE-434): what a server runs and what
 * a browser runs when it is served again. Which ends are refused is a policy.
 * <p>
 * Takes for the end what any server or file system may take for it: dots and blanks at
 * the end are dropped, and so is what stands behind a semicolon, a colon or a NUL. Lets
 * pass all other names, whatever stands in the middle of them. Costs one pass over the
 * names of files.
 */
public final class UploadNameDetector implements RepeatableDetector {

	/** Rule {@code active-file}: the file is run by a server or a browser. */
	public static final Rule ACTIVE_FILE = new Rule("active-file", "CWE-434",
			"The name of an uploaded file ends like one that a server or a browser runs.",
			"Store uploads under names of your own, outside of what is served, with an extension from a list.");

	private static final String FILE_NAME = ".filename";

	private final UploadNames names;

	/**
	 * Create a detector.
	 * @param names which names are refused
	 */
	public UploadNameDetector(UploadNames names) {
		this.names = names;
	}

	@Override
	public String name() {
		return "upload-name";
	}

	@Override
	public Category category() {
		return Category.FILE_ACCESS;
	}

	@Override
	public long triggers() {
		return Traits.DOT;
	}

	@Override
	public boolean supports(InputValue value) {
		return value.location() == InputLocation.MULTIPART && value.kind() == InputValue.Kind.VALUE
				&& value.name().endsWith(FILE_NAME);
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		if (this.names.refuse(view.text())) {
			findings.add(Finding.of(this, ACTIVE_FILE)
				.confidence(Confidence.STRONG)
				.at(view.input())
				.evidence(view.text(), 0, view.text().length())
				.build());
		}
	}

}
