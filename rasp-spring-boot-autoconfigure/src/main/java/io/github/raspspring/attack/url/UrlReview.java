package io.github.raspspring.attack.url;

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

	private final UrlCall call;

	private final UrlParts parts;

	private final HostJudge hosts;

	private final boolean ownHost;

	private final PathClimb climb;

	private final int decisiveStart;

	private final int pathEnd;

	private final HostCover cover;

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
		this.cover = new HostCover(this.decisiveStart, parts.hostEnd());
	}

	boolean hostIsChosen() {
		return this.hostIsChosen;
	}

	/**
	 * Hold the URL against all values.
	 * @param target finds the host among those that the values name
	 * @param named the hosts that they name
	 */
	@Nullable SinkVerdict over(SinkInputs inputs, InputHosts target, NamedHosts named) {
		InputPlaces places = InputPlaces.of(this.call.argument(), inputs, (input) -> true);
		while (places.nextInput()) {
			long place = places.next(0);
			while (place != Occurrence.NONE) {
				Rule rule = judge(place, inputs, places.input());
				if (rule != null) {
					return SinkVerdict.certain(rule, inputs.source(places.input()), Occurrence.start(place),
							Occurrence.end(place));
				}
				place = places.next(addToCover(place, inputs, places.input()));
			}
		}
		return this.hostIsChosen ? null : overHosts(inputs, target, named);
	}

	/**
	 * Note what an input covers of the host, and return where it may stand next: within a
	 * host at any place.
	 */
	private int addToCover(long place, SinkInputs inputs, int input) {
		boolean apart = Occurrence.end(place) <= this.decisiveStart || Occurrence.start(place) >= this.parts.hostEnd();
		if (apart || !this.cover.isPossible() || coincides(inputs, input, place)) {
			return Occurrence.end(place);
		}
		this.cover.add(place, input);
		return Occurrence.start(place) + 1;
	}

	/**
	 * A host that several inputs make up is their choice as well, and so is that of a URL
	 * that was parsed and put together again, which is recognized by where it leads.
	 */
	private @Nullable SinkVerdict overHosts(SinkInputs inputs, InputHosts target, NamedHosts named) {
		int last = this.cover.lastInput();
		NamedHost host = (last < 0) ? target.chosenIn(named) : null;
		if (last < 0 && host == null) {
			return null;
		}
		this.hostIsChosen = true;
		int start = this.parts.hostStart();
		int end = this.parts.hostEnd();
		Rule rule = this.hosts.judge(this.parts, this.call, Occurrence.pack(start, end));
		InputValue value = inputs.source((host != null) ? host.input() : last);
		return (rule != null) ? SinkVerdict.certain(rule, value, start, end) : null;
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
		return NamedHosts.nameThisServer(value) || belongsToRoute || namesOwnHost || inputs.isNameOfOneWord(input);
	}

}
