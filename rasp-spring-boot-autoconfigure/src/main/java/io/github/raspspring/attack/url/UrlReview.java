package io.github.raspspring.attack.url;

import java.util.Set;

import io.github.raspspring.attack.path.PathClimb;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.Occurrence;
import io.github.raspspring.sink.InputPlaces;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;

/**
 * One URL held against the values of one request.
 */
final class UrlReview {

	/** Headers that name this server: calls of the application to itself coincide. */
	private static final Set<String> OWN_ADDRESS = Set.of("host", "origin", "referer", "forwarded", "x-forwarded-host");

	private final UrlCall call;

	private final UrlParts parts;

	private final HostJudge hosts;

	private final boolean ownHost;

	private final PathClimb climb;

	private final int decisiveStart;

	private final int pathEnd;

	private boolean hostIsChosen;

	/**
	 * Create a review.
	 * @param ownHost whether the application is known to call the host by its own choice
	 */
	UrlReview(UrlCall call, UrlParts parts, HostJudge hosts, boolean ownHost) {
		this.call = call;
		this.parts = parts;
		this.hosts = hosts;
		this.ownHost = ownHost;
		this.decisiveStart = parts.decisiveStart();
		this.pathEnd = parts.pathEnd();
		this.climb = new PathClimb(parts.url(), parts.authorityEnd());
	}

	boolean hostIsChosen() {
		return this.hostIsChosen;
	}

	@Nullable SinkVerdict over(SinkInputs inputs) {
		InputPlaces places = InputPlaces.of(this.call.argument(), inputs, (input) -> true);
		while (places.nextInput()) {
			long place = places.next(0);
			while (place != Occurrence.NONE) {
				Rule rule = judge(place, inputs, places.input());
				if (rule != null) {
					return SinkVerdict.certain(rule, inputs.source(places.input()), Occurrence.start(place),
							Occurrence.end(place));
				}
				place = places.next(Occurrence.end(place));
			}
		}
		return this.hostIsChosen ? null : overHosts(inputs);
	}

	/**
	 * A URL that was parsed and put together again is recognized by where it leads.
	 */
	private @Nullable SinkVerdict overHosts(SinkInputs inputs) {
		InputHosts hosts = new InputHosts(this.parts, this.call.resolver());
		long host = Occurrence.pack(this.parts.hostStart(), this.parts.hostEnd());
		for (int i = 0; i < inputs.size(); i++) {
			if (!inputs.isRepeated(i) && !namesThisServer(inputs.source(i)) && hosts.name(inputs, i)) {
				this.hostIsChosen = true;
				Rule rule = this.hosts.judge(this.parts, this.call, host);
				return (rule != null)
						? SinkVerdict.certain(rule, inputs.source(i), this.parts.hostStart(), this.parts.hostEnd())
						: null;
			}
		}
		return null;
	}

	private @Nullable Rule judge(long place, SinkInputs inputs, int input) {
		if (JdbcUrls.bringsSetting(this.parts.url(), Occurrence.start(place), Occurrence.end(place))) {
			return UrlRules.SETTING;
		}
		if (coversHost(place) && !coincides(inputs, input, place)) {
			this.hostIsChosen = true;
			return this.hosts.judge(this.parts, this.call, place);
		}
		boolean choosesScheme = Occurrence.start(place) == 0 && !HostJudge.isWeb(this.parts.scheme())
				&& Occurrence.end(place) >= this.parts.scheme().length();
		if (choosesScheme && !coincides(inputs, input, place)) {
			return UrlRules.SCHEME;
		}
		boolean inPath = Occurrence.start(place) >= this.parts.authorityEnd() && Occurrence.start(place) < this.pathEnd;
		return (inPath && this.climb.climbsOut(Occurrence.start(place), Occurrence.end(place))) ? UrlRules.PATH : null;
	}

	/**
	 * Whoever decides on the end of a name decides on the host; a label in front of a
	 * name of the application doesn't, and neither does the end of an address.
	 */
	private boolean coversHost(long place) {
		return Occurrence.start(place) <= this.decisiveStart && Occurrence.end(place) >= this.parts.hostEnd();
	}

	private boolean coincides(SinkInputs inputs, int input, long place) {
		InputValue value = inputs.source(input);
		boolean belongsToRoute = value.location() == InputLocation.PATH && inputs.route().contains(inputs.text(input));
		boolean namesOwnHost = this.ownHost && this.parts.isWithinHost(Occurrence.start(place), Occurrence.end(place));
		return namesThisServer(value) || belongsToRoute || namesOwnHost || inputs.isNameOfOneWord(input);
	}

	private static boolean namesThisServer(InputValue value) {
		return value.location() == InputLocation.HEADER && OWN_ADDRESS.contains(value.name());
	}

}
