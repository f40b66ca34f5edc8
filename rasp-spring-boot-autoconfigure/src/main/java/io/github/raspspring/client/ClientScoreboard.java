package io.github.raspspring.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.Suspicion;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known against clients. A verified subject answers for itself, everybody
 * else for the network; on a network that several verified subjects share, none of them
 * answers for the others. Thread-safe.
 */
public final class ClientScoreboard implements ClientScores, InspectionListener {

	private static final Duration MEMORY = Duration.ofDays(2);

	private final ScoreSettings settings;

	private final Clock clock;

	private final Cache<String, ClientRecord> records;

	private final SharedNetworks sharedNetworks;

	private final Breaker breaker;

	/**
	 * Create a scoreboard on which nothing is known against anybody.
	 * @param settings how clients lose and regain trust
	 * @param clock tells the time
	 */
	public ClientScoreboard(ScoreSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
		this.records = Caffeine.newBuilder()
			.maximumSize(settings.maxClients())
			.expireAfterAccess(MEMORY)
			.executor(Runnable::run)
			.build();
		this.sharedNetworks = new SharedNetworks(settings.maxClients());
		this.breaker = new Breaker(settings.breakerShare(), clock);
	}

	@Override
	public Suspicion of(Inspection inspection) {
		Suspicion ofNetwork = suspicion(ClientNames.ofNetwork(inspection.client().network()));
		if (inspection.subject() == null) {
			return ofNetwork;
		}
		Suspicion own = suspicion(ClientNames.of(inspection.subject()));
		return (isShared(inspection) || own.reaches(ofNetwork)) ? own : ofNetwork;
	}

	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		this.sharedNetworks.note(inspection);
		if (inspection.subject() != null) {
			this.breaker.seen(ClientNames.of(inspection.subject()));
		}
		for (Finding finding : outcome.decision().findings()) {
			double points = this.settings.pointsOf(finding);
			if (points > 0 && !finding.detector().equals(ClientScoreDetector.NAME)) {
				record(ClientNames.of(inspection)).charge(points, finding.detector() + '/' + finding.rule().id(), now(),
						this.settings);
			}
		}
	}

	/**
	 * Return the clients of which most is known, the most suspicious first.
	 * @param limit how many at most
	 * @return the clients
	 */
	public List<ScoredClient> worst(int limit) {
		Instant now = now();
		return this.records.asMap()
			.entrySet()
			.stream()
			.map((entry) -> entry.getValue().describe(entry.getKey(), now, this.settings))
			.sorted(Comparator.comparing(ScoredClient::suspicion).thenComparingLong(ScoredClient::points).reversed())
			.limit(limit)
			.toList();
	}

	/**
	 * Return what is known against a client.
	 * @param client {@code network:} or {@code subject:} and its name
	 * @return what is known, or {@code null} if nothing is
	 */
	public @Nullable ScoredClient find(String client) {
		ClientRecord known = this.records.getIfPresent(client);
		return (known != null) ? known.describe(client, now(), this.settings) : null;
	}

	/**
	 * Block a client.
	 * @param client {@code network:} or {@code subject:} and its name
	 * @param length for how long
	 */
	public void block(String client, Duration length) {
		record(client).block(length, now());
	}

	/**
	 * End the block of a client; its points stay.
	 * @param client {@code network:} or {@code subject:} and its name
	 */
	public void unblock(String client) {
		ClientRecord known = this.records.getIfPresent(client);
		if (known != null) {
			known.unblock();
		}
	}

	/**
	 * Forget all that is known against a client.
	 * @param client {@code network:} or {@code subject:} and its name
	 */
	public void forget(String client) {
		this.records.invalidate(client);
	}

	/**
	 * Return whether several verified subjects live on the network of an exchange.
	 */
	boolean isShared(Inspection inspection) {
		return this.sharedNetworks.isShared(inspection.client().network());
	}

	/**
	 * Return how far the refusal of a client may go. Where too many verified subjects
	 * would be refused, they are only recorded.
	 */
	EnforcementMode modeOfRefusal(Inspection inspection) {
		Subject subject = inspection.subject();
		boolean spared = subject != null && this.breaker.spares(ClientNames.of(subject));
		return spared ? this.settings.mode().softenedBy(EnforcementMode.MONITOR) : this.settings.mode();
	}

	private Suspicion suspicion(String client) {
		ClientRecord known = this.records.getIfPresent(client);
		return (known != null) ? known.suspicion(now(), this.settings) : Suspicion.NONE;
	}

	private ClientRecord record(String client) {
		return this.records.get(client, (unknown) -> new ClientRecord(now()));
	}

	private Instant now() {
		return this.clock.instant();
	}

}
