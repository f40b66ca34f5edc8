package io.github.raspspring.ownership.learnt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Notices a subject that reads many objects each of which belongs to exactly one other
 * subject. An object is what a path variable or parameter that is called like an
 * identifier names, on whatever route; it belongs to whom reads it by far the most often.
 * Whoever has an authority whose holders read everybody's is of a back office. Learns
 * from what was answered and nothing was said of. Thread-safe.
 */
public final class LearntOwnershipDetector implements Detector, InspectionListener {

	/** The name of the detector. */
	public static final String NAME = "ownership-learnt";

	private static final int MAX_SUBJECTS = 20_000;

	private static final Rule ENUMERATION = new Rule("foreign-object-enumeration", "CWE-639",
			"The subject reads many objects that belong to one other subject each.",
			"Check on the server whose object it is, and declare it in rasp.ownership.rules.");

	private final LearntSettings settings;

	private final LongSupplier nanoTime;

	private final ObjectSketch objects;

	private final AuthorityUse authorities = new AuthorityUse();

	private final Cache<Integer, ForeignReads> readers;

	/**
	 * Create the detector.
	 * @param settings from when on it is enumeration
	 * @param nanoTime tells the time
	 */
	public LearntOwnershipDetector(LearntSettings settings, LongSupplier nanoTime) {
		this.settings = settings;
		this.nanoTime = nanoTime;
		this.objects = new ObjectSketch(settings.maxObjects());
		this.readers = Caffeine.newBuilder()
			.maximumSize(MAX_SUBJECTS)
			.ticker(nanoTime::getAsLong)
			.expireAfterAccess(settings.window())
			.build();
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Category category() {
		return Category.ABUSE;
	}

	@Override
	public boolean supports(Inspection inspection) {
		return this.settings.mode() != EnforcementMode.OFF && inspection.subject() != null
				&& inspection.route() != null;
	}

	@Override
	public void detect(Inspection inspection, Findings findings) {
		Subject subject = inspection.subject();
		InputValue object = objectOf(inspection);
		if (subject == null || object == null) {
			return;
		}
		int reader = hash(subject);
		long hash = hash(object, inspection);
		int owner = this.objects.ownerOf(hash);
		if (owner == 0 || owner == reader) {
			return;
		}
		Set<String> granted = subject.authorities();
		long now = this.nanoTime.getAsLong();
		ForeignReads reads = this.readers.get(reader, (absent) -> new ForeignReads());
		reads.add(hash, owner, now);
		ForeignReads.Seen seen = reads.seen(now, this.settings.window());
		this.authorities.foreign(granted);
		if (seen.objects() >= this.settings.foreignObjects() && seen.owners() >= this.settings.owners()
				&& !this.authorities.isBackOffice(granted)) {
			findings.add(Finding.of(this, ENUMERATION)
				.confidence((this.settings.mode() == EnforcementMode.BLOCK) ? Confidence.STRONG : Confidence.WEAK)
				.cap(this.settings.mode())
				.at(object)
				.evidence(seen.objects() + " objects of " + seen.owners() + " other subjects")
				.build());
		}
	}

	@Override
	public boolean isImmediate() {
		return true;
	}

	/**
	 * Objects of others are not learnt from: who reads many of them would own a part.
	 */
	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		Subject subject = inspection.subject();
		if (outcome.status() / 100 != 2 || !outcome.decision().findings().isEmpty() || subject == null
				|| !supports(inspection)) {
			return;
		}
		InputValue object = objectOf(inspection);
		Set<String> granted = subject.authorities();
		if (object == null || this.authorities.isBackOffice(granted)) {
			return;
		}
		int reader = hash(subject);
		long hash = hash(object, inspection);
		if (this.objects.ownerOf(hash) == reader) {
			this.authorities.own(granted);
		}
		this.objects.read(hash, reader);
	}

	/**
	 * Return what was learnt in short.
	 * @return a few facts
	 */
	public Map<String, Object> facts() {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("mode", this.settings.mode());
		facts.put("objects", this.objects.size());
		facts.put("bytes", this.objects.bytes());
		facts.put("subjectsThatReadObjectsOfOthers", this.readers.estimatedSize());
		return facts;
	}

	private static int hash(Subject subject) {
		String issuer = subject.issuer();
		return ObjectSketch.subject(Hashes.of((issuer != null) ? issuer : "", subject.name()));
	}

	/**
	 * The same identifier on two routes is the same object if the parts of the routes
	 * before it are: {@code /orders/{id}} and {@code /orders/{id}/lines}.
	 */
	private static long hash(InputValue object, Inspection inspection) {
		return Hashes.of(family(inspection.route(), object.name()), object.value());
	}

	private static String family(@Nullable String route, String name) {
		if (route == null) {
			return name;
		}
		int variable = route.indexOf("{" + name);
		return (variable > 0) ? route.substring(0, variable) : route + "?" + name;
	}

	private static @Nullable InputValue objectOf(Inspection inspection) {
		InputValue parameter = null;
		for (InputValue value : inspection.valuesWithin(0)) {
			if (value.kind() == InputValue.Kind.VALUE && isIdentifier(value)) {
				if (value.location() == InputLocation.PATH) {
					return value;
				}
				parameter = (parameter == null && value.location() == InputLocation.QUERY) ? value : parameter;
			}
		}
		return parameter;
	}

	private static boolean isIdentifier(InputValue value) {
		String name = value.name();
		boolean named = name.endsWith("id") || name.endsWith("Id") || name.endsWith("ID") || name.endsWith("uuid")
				|| name.endsWith("number") || name.endsWith("Number");
		return named && !value.value().isEmpty() && value.value().length() <= 100;
	}

}
