package io.github.raspspring.event;

import java.util.List;

import io.github.raspspring.engine.event.EventPlace;
import io.github.raspspring.engine.event.EventReason;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.engine.event.EventRecordBuilder;
import io.github.raspspring.engine.event.FeedStateChanged;
import io.github.raspspring.engine.event.OutletStateChanged;
import io.github.raspspring.engine.event.PatchOverdue;
import io.github.raspspring.engine.event.PolicyChanged;
import io.github.raspspring.engine.event.ProfilePromoted;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.event.StoreStateChanged;

/**
 * Tells of what the product itself needs: stores, feeds, places events are sent to,
 * policies, profiles and patches.
 */
final class OwnStory {

	EventRecordBuilder tell(SecurityEvent event) {
		if (event instanceof StoreStateChanged state) {
			return tell(state);
		}
		if (event instanceof FeedStateChanged feed) {
			return tell(feed);
		}
		if (event instanceof ProfilePromoted profile) {
			return tell(profile);
		}
		if (event instanceof PolicyChanged policy) {
			return tell(policy);
		}
		return (event instanceof OutletStateChanged outlet) ? tell(outlet) : tell((PatchOverdue) event);
	}

	static EventPlace about(String target) {
		return new EventPlace(null, null, target, null, null);
	}

	private static EventRecordBuilder tell(StoreStateChanged state) {
		EventRecordBuilder record = EventRecord.of(state, "store-state-changed")
			.why(new EventReason(state.available() ? "AVAILABLE" : "LOST", "-",
					"on-store-failure of each plan decides."))
			.fact("available", state.available())
			.fact("cause", state.cause());
		return state.available() ? record.what("The store that instances share answers again.") : record
			.what("The store that instances share does not answer: " + state.cause() + ".")
			.fix(List
				.of("Look at the store and the network; rasp.store.timeout bounds how long a request " + "waits."));
	}

	private static EventRecordBuilder tell(FeedStateChanged feed) {
		EventRecordBuilder record = EventRecord.of(feed, "feed-state-changed")
			.where(about(feed.feed()))
			.why(new EventReason(feed.stale() ? "STALE" : "CURRENT", "-", "maximum-age of the feed decides."))
			.fact("feed", feed.feed())
			.fact("stale", feed.stale())
			.fact("cause", feed.cause());
		return feed.stale()
				? record.what("The feed " + feed.feed() + " is out of date: " + feed.cause() + ".")
					.fix(List
						.of("Look at the source that rasp.client.feeds names; the last good copy is used until then."))
				: record.what("The feed " + feed.feed() + " is current again.");
	}

	private static EventRecordBuilder tell(OutletStateChanged outlet) {
		EventRecordBuilder record = EventRecord.of(outlet, "outlet-state-changed")
			.where(about(outlet.outlet()))
			.why(new EventReason(outlet.available() ? "AVAILABLE" : "LOST", "-", "Each failure is tried again."))
			.fact("outlet", outlet.outlet())
			.fact("available", outlet.available())
			.fact("cause", outlet.cause());
		return outlet.available() ? record.what("Events can be written to " + outlet.outlet() + " again.")
				: record.what("Events can't be written to " + outlet.outlet() + ": " + outlet.cause() + ".")
					.fix(List.of("Look at the disk, the database or the receiver; what is lost is counted under "
							+ "/actuator/rasp."));
	}

	private static EventRecordBuilder tell(ProfilePromoted profile) {
		String confidence = Math.round(profile.confidence() * 10) / 10.0 + " %";
		EventRecordBuilder record = EventRecord.of(profile, "profile-promoted")
			.alarming(false)
			.what("What is usual on " + profile.endpoint() + " is known with a confidence of " + confidence + ": "
					+ (profile.refuses() ? "what deviates is refused in mode block from now on."
							: "what deviates is reported from now on."))
			.where(about(profile.endpoint()))
			.why(new EventReason("PROMOTED", "-", "rasp.profile.learnt tells what is needed."))
			.fact("endpoint", profile.endpoint())
			.fact("stage", profile.stage())
			.fact("confidence", confidence)
			.fact("refuses", profile.refuses());
		return profile.refuses()
				? record.fix(List
					.of("Look at /actuator/rasp/profiles; the operation demote takes the route back to reports."))
				: record;
	}

	private static EventRecordBuilder tell(PolicyChanged policy) {
		String changes = String.join("; ", policy.changes());
		EventRecordBuilder record = EventRecord.of(policy, "policy-changed")
			.where(about(policy.source()))
			.why(new EventReason(policy.taken() ? "CHANGED" : "REFUSED", "-", "The " + policy.source() + " changed."))
			.alarming(!policy.taken())
			.fact("source", policy.source())
			.fact("taken", policy.taken())
			.fact("changes", changes);
		return policy.taken()
				? record.what("What is enforced was changed by the " + policy.source() + ": " + changes + ".")
				: record.what("A change by the " + policy.source() + " is not taken over: " + changes + ".")
					.fix(List.of("Mend the property; what applied before applies until then."));
	}

	private static EventRecordBuilder tell(PatchOverdue overdue) {
		String repairs = overdue.repairs().isEmpty() ? "" : " for " + overdue.repairs();
		return EventRecord.of(overdue, "patch-overdue")
			.what("The virtual patch " + overdue.patch() + repairs + " should have gone by " + overdue.expired()
					+ " and is still enforced.")
			.where(about(overdue.patch()))
			.why(new EventReason("OVERDUE", "-", "Its expiry has passed."))
			.fact("patch", overdue.patch())
			.fact("repairs", overdue.repairs())
			.fact("expired", overdue.expired())
			.fix(List.of("Fix the code and remove the patch, or set a later expiry."));
	}

}
