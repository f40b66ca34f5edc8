package io.github.raspspring.ownership.access;

import java.util.ArrayList;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.attack.sql.SqlTemplate;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.pipeline.JudgementFailures;
import io.github.raspspring.ownership.OwnershipRule;
import io.github.raspspring.ownership.statement.Analysis;
import io.github.raspspring.ownership.statement.GuardedTable;
import io.github.raspspring.ownership.statement.StatementReader;
import io.github.raspspring.sink.StatementWatch;
import io.github.raspspring.sink.WatchedStatement;
import org.jspecify.annotations.Nullable;

/**
 * Watches statements on tables whose rows belong to somebody: their conditions when they
 * are executed for a verified subject, and the owners of the rows that come back.
 * Statements are read once per text, those put together of text and values once per
 * template. Thread-safe.
 */
public final class OwnershipWatch implements StatementWatch {

	private static final long MAX_CHARACTERS = 4L << 20;

	private static final int MAX_TEMPLATES = 2000;

	private static final int SHAPE_LENGTH = 240;

	private final List<OwnershipRule> rules;

	private final InspectionScope scope;

	private final StatementReader reader;

	private final OwnershipReports reports;

	private final OwnershipCounts counts = new OwnershipCounts();

	private final Cache<String, StatementPlan> plans = Caffeine.newBuilder()
		.maximumWeight(MAX_CHARACTERS)
		.weigher((String sql, StatementPlan plan) -> 64 + sql.length())
		.build();

	private final Cache<String, Analysis> templates = Caffeine.newBuilder().maximumSize(MAX_TEMPLATES).build();

	/**
	 * Create a watch.
	 * @param rules whose rows those of which tables are
	 * @param unrestricted the strictest mode for statements that nothing restricts
	 * @param scope tells the request that a thread works for
	 * @param reporter takes findings
	 * @param failures treats what goes wrong
	 */
	public OwnershipWatch(List<OwnershipRule> rules, EnforcementMode unrestricted, InspectionScope scope,
			FindingReporter reporter, JudgementFailures failures) {
		this.rules = List.copyOf(rules);
		this.scope = scope;
		this.reports = new OwnershipReports(reporter, unrestricted, this.counts, failures);
		List<GuardedTable> tables = new ArrayList<>();
		for (int i = 0; i < this.rules.size(); i++) {
			OwnershipRule rule = this.rules.get(i);
			for (String table : rule.tables()) {
				tables.add(GuardedTable.of(i, table, rule.column(), rule.idColumn()));
			}
		}
		this.reader = new StatementReader(tables);
	}

	/**
	 * Load the parser off the thread that starts the application, so that no request
	 * waits for its tables.
	 */
	public void warmUp() {
		for (OwnershipRule rule : this.rules) {
			Thread loader = new Thread(
					() -> this.reader
						.read("SELECT * FROM " + rule.tables().get(0) + " WHERE " + rule.column() + " = ?"),
					"rasp-ownership");
			loader.setDaemon(true);
			loader.start();
			return;
		}
	}

	@Override
	public @Nullable WatchedStatement watch(String sql) {
		if (this.rules.isEmpty()) {
			return null;
		}
		StatementPlan plan = this.plans.getIfPresent(sql);
		if (plan == null) {
			plan = this.plans.get(sql, this::plan);
		}
		return (plan != StatementPlan.NOTHING) ? new OwnedStatement(this, plan) : null;
	}

	private StatementPlan plan(String sql) {
		if (this.reader.named(sql).isEmpty()) {
			return StatementPlan.NOTHING;
		}
		SqlTemplate template = SqlTemplate.of(sql);
		if (template != null) {
			Analysis analysis = this.templates.get(template.text(), this.reader::read);
			if (analysis.readable()) {
				return plan(new StatementPlan(shape(template.text()), analysis, template.values()));
			}
		}
		// Some literals, such as that of DATE '2026-01-01', can't be a parameter.
		Analysis analysis = this.reader.read(sql);
		String shape = (template != null) ? shape(template.text())
				: "a statement whose literals databases read differently";
		if (!analysis.readable()) {
			this.counts.unreadable(shape);
		}
		return plan(new StatementPlan(shape, analysis, List.of()));
	}

	private static StatementPlan plan(StatementPlan plan) {
		return plan.analysis().isEmpty() ? StatementPlan.NOTHING : plan;
	}

	private static String shape(String text) {
		return (text.length() <= SHAPE_LENGTH) ? text : text.substring(0, SHAPE_LENGTH) + "...";
	}

	List<OwnershipRule> rules() {
		return this.rules;
	}

	InspectionScope scope() {
		return this.scope;
	}

	OwnershipReports reports() {
		return this.reports;
	}

	OwnershipCounts counts() {
		return this.counts;
	}

}
