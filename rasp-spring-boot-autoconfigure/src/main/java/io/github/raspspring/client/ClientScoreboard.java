package io.github.raspspring.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.ExpiringStore;
import io.github.raspspring.engine.ExpiringStores;
import io.github.raspspring.engine.ExpiringStores.Reading;
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
 * answers for the others, and trusted proxies answer for nothing. Thread-safe.
 */
public final class ClientScoreboard implements ClientScores, InspectionListener {

	private static final Duration MEMORY = Duration.ofDays(2);

	private static final int SHARED_HALF_LIVES = 4;

	/** Refused subjects below which scores spare nobody. */
	private static final int MINIMUM_SPARED = 3;

	private static final Set<String> KINDS = Set.of("subject", "session", "api-key");

	private static final int V4_PREFIX = 128;

	private static final int V6_PREFIX = 64;

	private final ScoreSettings settings;

	private final Clock clock;

	private final Cache<String, ClientRecord> records;

	private final Blocks blocks;

	private final ExpiringStore shared;

	private final SharedNetworks sharedNetworks;

	private final RuleBreaker breaker;

	private final BlockWatch watch;

	/**
	 * Create a scoreboard on which nothing is known against anybody, and whose blocks
	 * nobody is told of.
	 * @param settings how clients lose and regain trust
	 * @param clock tells the time
	 * @param stores where blocks and scores that matter are kept
	 */
	public ClientScoreboard(ScoreSettings settings, Clock clock, ExpiringStores stores) {
		this(settings, clock, stores, BlockWatch.NONE);
	}

	/**
	 * Create a scoreboard on which nothing is known against anybody.
	 * @param settings how clients lose and regain trust
	 * @param clock tells the time
	 * @param stores where blocks and scores that matter are kept
	 * @param watch told of blocks that begin here, and of those that are ended
	 */
	public ClientScoreboard(ScoreSettings settings, Clock clock, ExpiringStores stores, BlockWatch watch) {
		this.watch = watch;
		this.settings = settings;
		this.clock = clock;
		this.records = Caffeine.newBuilder()
			.maximumSize(settings.maxClients())
			.expireAfterAccess(MEMORY)
			.executor(Runnable::run)
			.build();
		this.blocks = new Blocks(stores.open("blocks", settings.maxClients(), Reading.EVENTUAL), clock);
		this.shared = stores.open("scores", settings.maxClients(), Reading.EVENTUAL);
		this.shared.onChange(this::learn);
		this.sharedNetworks = new SharedNetworks(settings.maxClients(),
				stores.open("networks", settings.maxClients(), Reading.EVENTUAL));
		this.breaker = new RuleBreaker(settings.breakerShare(), clock);
	}

	@Override
	public Suspicion of(Inspection inspection) {
		if (inspection.subject() == null) {
			Suspicion worst = Suspicion.NONE;
			for (String name : ClientNames.of(inspection)) {
				Suspicion suspicion = suspicion(name);
				worst = suspicion.reaches(worst) ? suspicion : worst;
			}
			return worst;
		}
		Suspicion own = suspicion(ClientNames.of(inspection.subject()));
		if (inspection.client().proxy() || isShared(inspection)) {
			return own;
		}
		Suspicion ofNetwork = suspicion(ClientNames.ofNetwork(inspection.client().network()));
		return own.reaches(ofNetwork) ? own : ofNetwork;
	}

	@Override
	public boolean isImmediate() {
		return true;
	}

	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		this.sharedNetworks.note(inspection);
		if (inspection.subject() != null) {
			this.breaker.seen(ClientNames.of(inspection.subject()));
		}
		List<Finding> findings = outcome.decision().findings();
		if (!findings.isEmpty()) {
			count(inspection, findings);
		}
	}

	private void count(Inspection inspection, List<Finding> findings) {
		boolean refused = findings.stream().anyMatch((finding) -> finding.detector().equals(ClientScoreDetector.NAME));
		boolean otherHands = findings.stream().anyMatch(OtherHands::tellsOf);
		for (Finding finding : findings) {
			double points = this.settings.pointsOf(finding);
			if (points > 0 && !isRefusalOfClient(finding)) {
				String reason = finding.detector() + '/' + finding.rule().id();
				boolean sender = otherHands && finding.category() == Category.TOKEN;
				List<String> charged = sender ? ClientNames.ofSender(inspection) : ClientNames.of(inspection);
				charged.stream()
					.filter((client) -> !refused || isKnown(client))
					.forEach((client) -> charge(client, points, reason));
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
			.map((entry) -> entry.getValue()
				.describe(entry.getKey(), now, this.blocks.end(entry.getKey()), this.settings))
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
		return (known != null) ? known.describe(client, now(), this.blocks.end(client), this.settings) : null;
	}

	/**
	 * Block a client.
	 * @param client {@code network:} or {@code subject:} and its name
	 * @param length for how long
	 */
	public void block(String client, Duration length) {
		block(client, length, "blocked");
	}

	private void block(String client, Duration length, String reason) {
		ClientRecord known = record(client);
		this.blocks.add(client, length);
		if (this.blocks.contains(client)) {
			known.blocked(now(), this.settings);
		}
		share(client, known, "blocked");
		this.watch.changed(client, now().plus(length), reason);
	}

	/**
	 * End the block of a client; its points stay.
	 * @param client {@code network:} or {@code subject:} and its name
	 * @return {@code false} if none is known here
	 */
	public boolean unblock(String client) {
		boolean known = this.blocks.contains(client);
		// Another instance may know of one that has not come here yet.
		this.blocks.remove(client);
		if (known) {
			this.watch.changed(client, null, "unblocked");
		}
		return known;
	}

	/**
	 * Forget all that is known against a client.
	 * @param client {@code network:} or {@code subject:} and its name
	 * @return {@code false} if nothing is known here
	 */
	public boolean forget(String client) {
		boolean blocked = this.blocks.contains(client);
		boolean known = blocked || this.records.getIfPresent(client) != null;
		this.blocks.remove(client);
		this.records.invalidate(client);
		this.shared.remove(client);
		if (blocked) {
			this.watch.changed(client, null, "forgotten");
		}
		return known;
	}

	/**
	 * Return for how long the client of an exchange is still blocked, {@code null} if it
	 * is not.
	 */
	@Nullable Duration blockedFor(Inspection inspection) {
		List<String> names = (inspection.subject() == null) ? ClientNames.of(inspection)
				: List.of(ClientNames.of(inspection.subject()), ClientNames.ofNetwork(inspection.client().network()));
		return names.stream()
			.map(this.blocks::end)
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder())
			.map((end) -> Duration.between(now(), end))
			.filter((rest) -> !rest.isNegative())
			.orElse(null);
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
		boolean spared = subject != null && this.breaker.spares(ClientScoreDetector.NAME, ClientNames.of(subject),
				ClientNames.of(subject), MINIMUM_SPARED);
		return spared ? this.settings.mode().softenedBy(EnforcementMode.MONITOR) : this.settings.mode();
	}

	/**
	 * Return how a client is named, so that operators may give any of its addresses.
	 * @throws IllegalArgumentException if it is no client
	 */
	static String nameOf(String text) {
		int colon = text.indexOf(':');
		String kind = (colon > 0) ? text.substring(0, colon) : "";
		String name = text.substring(colon + 1).strip();
		if (text.chars().anyMatch(ClientScoreboard::breaksLine)) {
			throw new IllegalArgumentException("The name of a client has no control characters");
		}
		if (KINDS.contains(kind) && !name.isEmpty()) {
			return kind + ':' + name;
		}
		NetworkRange range = networkOf(text);
		if (range == null || range.prefix() < (range.first().isV4() ? V4_PREFIX : V6_PREFIX)) {
			throw new IllegalArgumentException("Name a client as network: with an address or the /64 of an IPv6 "
					+ "address, or as subject:, session: or api-key: with the name shown in the list");
		}
		return ClientNames.ofNetwork(range.first().network());
	}

	private static boolean breaksLine(int c) {
		int type = Character.getType(c);
		return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
	}

	/**
	 * Return the network that an operator names, or {@code null} if it is none.
	 */
	static @Nullable NetworkRange networkOf(String text) {
		return text.startsWith("network:") ? NetworkRange.parse(text.substring("network:".length()).strip()) : null;
	}

	/**
	 * Who is refused for who it is does nothing by coming again.
	 */
	private static boolean isRefusalOfClient(Finding finding) {
		return finding.detector().equals(ClientScoreDetector.NAME)
				|| finding.detector().startsWith(BlockListDetector.PREFIX);
	}

	/**
	 * Who is refused already must not fill the board with names of its own choice, or it
	 * would push others off.
	 */
	private boolean isKnown(String client) {
		return this.records.getIfPresent(client) != null;
	}

	private void charge(String client, double points, String reason) {
		ClientRecord known = record(client);
		Duration length = known.charge(points, reason, now(), this.settings);
		if (length != null && !this.blocks.contains(client)) {
			block(client, length, reason);
		}
		else if (known.suspicion(now(), this.settings).reaches(Suspicion.TIGHTEN)) {
			share(client, known, reason);
		}
	}

	/**
	 * Tell other instances of a score that matters there too.
	 */
	private void share(String client, ClientRecord known, String reason) {
		this.shared.put(client, known.share(reason).write(), this.settings.halfLife().multipliedBy(SHARED_HALF_LIVES));
	}

	private void learn(String client, @Nullable String value) {
		SharedScore score = (value != null) ? SharedScore.read(value) : null;
		if (score != null) {
			record(client).learn(score, now(), this.settings);
		}
		else if (value == null) {
			this.records.invalidate(client);
		}
	}

	private Suspicion suspicion(String client) {
		if (this.blocks.contains(client)) {
			return Suspicion.BLOCK;
		}
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
