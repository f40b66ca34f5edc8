package io.github.raspspring.grammar;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs all detectors over texts drawn from the grammars, the same each time, and fails
 * under the bar of a class.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrammarGateTests {

	private static final long SEED = 1;

	private static final double MOST_FALSE_ALARMS = 0.3;

	private static final List<String> HONEST = List.of("names", "addresses", "prose", "code", "logs", "mathematics",
			"markdown", "titles", "passwords", "searches", "graphql", "odata", "fetchxml", "jsonpath", "cron", "csv",
			"pem", "opaque", "cookies", "sql-injection", "cross-site-scripting", "path-traversal", "command-injection",
			"expression-injection", "jndi-injection", "ssrf", "nosql-injection", "ldap-injection", "xpath-injection",
			"xml-external-entity", "deserialization", "header-injection", "server-side-include", "class-access",
			"more/sql-injection", "more/cross-site-scripting", "more/path-traversal", "more/command-injection",
			"more/expression-injection", "more/ssrf", "more/nosql-injection", "more/deserialization", "more/passwords",
			"more/mixed", "further/articles", "further/mixed", "later/languages", "later/sql-injection",
			"later/cross-site-scripting", "later/path-traversal", "later/command-injection",
			"later/expression-injection", "later/ssrf", "later/json", "later/directory", "later/markup", "later/lines",
			"later/secrets", "later/code", "later/header-injection", "later/everyday");

	private final Map<String, Tally> honest = new TreeMap<>();

	static List<String> honest() {
		return HONEST;
	}

	@ParameterizedTest
	@CsvSource({ "sql-injection, 98", "cross-site-scripting, 99", "path-traversal, 99", "command-injection, 98",
			"expression-injection, 98", "jndi-injection, 99", "ssrf, 99", "nosql-injection, 99", "ldap-injection, 99",
			"xpath-injection, 99", "xml-external-entity, 99", "deserialization, 99", "header-injection, 99",
			"server-side-include, 99", "class-access, 99", "more/sql-injection, 99", "more/cross-site-scripting, 99",
			"more/path-traversal, 99", "more/command-injection, 99", "more/expression-injection, 99", "more/ssrf, 99",
			"more/nosql-injection, 99", "more/ldap-injection, 99", "more/header-injection, 99",
			"more/deserialization, 99", "further/command-injection, 99", "further/sql-injection, 99",
			"further/code, 99", "further/place, 99", "later/sql-injection, 99", "later/cross-site-scripting, 99",
			"later/path-traversal, 99", "later/command-injection, 98", "later/expression-injection, 99",
			"later/jndi-injection, 99", "later/ssrf, 99", "later/nosql-injection, 99", "later/ldap-injection, 99",
			"later/xpath-injection, 99", "later/xml-external-entity, 99", "later/deserialization, 99",
			"later/header-injection, 99", "later/server-side-include, 99", "later/class-access, 99" })
	void detectWhenTextsOfAttackGrammarThenRecallReachesBar(String kind, double percent) {
		Tally tally = Tally.of("attack/" + kind, true, SEED);
		System.out.println(tally.line("attack " + kind));
		assertThat(tally.total()).isPositive();
		assertThat(tally.percent()).as("missed: %s", tally.examples()).isGreaterThanOrEqualTo(percent);
	}

	/**
	 * Texts that were written to judge and that nobody edited since, but for taking out
	 * of {@code field} what is let pass by design: fields for passwords and keys of JSON.
	 * The bars are a little below what is reached.
	 */
	@ParameterizedTest
	@CsvSource({ "anew/class-access, 97", "anew/command-injection, 93", "anew/cross-site-scripting, 98",
			"anew/deserialization, 96", "anew/expression-injection, 94", "anew/header-injection, 95",
			"anew/jndi-injection, 96", "anew/ldap-injection, 98", "anew/nosql-injection, 97", "anew/path-traversal, 97",
			"anew/server-side-include, 96", "anew/sql-injection, 97", "anew/ssrf, 90", "anew/xml-external-entity, 90",
			"anew/xpath-injection, 97", "outside/class-access, 98", "outside/command-injection, 89",
			"outside/cross-site-scripting, 95", "outside/deserialization, 95", "outside/expression-injection, 95",
			"outside/header-injection, 94", "outside/jndi-injection, 98", "outside/ldap-injection, 98",
			"outside/nosql-injection, 98", "outside/path-traversal, 95", "outside/server-side-include, 98",
			"outside/sql-injection, 95", "outside/ssrf, 98", "outside/xml-external-entity, 98",
			"outside/xpath-injection, 95", "field/class-access, 95", "field/command-injection, 96",
			"field/cross-site-scripting, 97", "field/deserialization, 97", "field/expression-injection, 96",
			"field/header-injection, 96", "field/jndi-injection, 98", "field/ldap-injection, 98",
			"field/nosql-injection, 96", "field/path-traversal, 98", "field/server-side-include, 96",
			"field/sql-injection, 96", "field/ssrf, 94", "field/xml-external-entity, 98", "field/xpath-injection, 98",
			"harbor/class-access, 98", "harbor/command-injection, 94", "harbor/cross-site-scripting, 98",
			"harbor/deserialization, 62", "harbor/expression-injection, 95", "harbor/header-injection, 98",
			"harbor/jndi-injection, 95", "harbor/ldap-injection, 96", "harbor/nosql-injection, 97",
			"harbor/path-traversal, 99", "harbor/server-side-include, 99", "harbor/sql-injection, 98",
			"harbor/ssrf, 96", "harbor/xml-external-entity, 98", "harbor/xpath-injection, 98",
			"market/class-access, 92", "market/command-injection, 89", "market/cross-site-scripting, 96",
			"market/deserialization, 95", "market/expression-injection, 97", "market/header-injection, 94",
			"market/jndi-injection, 97", "market/ldap-injection, 98", "market/nosql-injection, 98",
			"market/path-traversal, 96", "market/server-side-include, 99", "market/sql-injection, 97",
			"market/ssrf, 99", "market/xml-external-entity, 99", "market/xpath-injection, 99",
			"beacon/class-access, 99", "beacon/command-injection, 94", "beacon/cross-site-scripting, 97",
			"beacon/deserialization, 98", "beacon/expression-injection, 95", "beacon/header-injection, 97",
			"beacon/jndi-injection, 97", "beacon/ldap-injection, 99", "beacon/nosql-injection, 95",
			"beacon/path-traversal, 93", "beacon/server-side-include, 99", "beacon/sql-injection, 98",
			"beacon/ssrf, 89", "beacon/xml-external-entity, 89", "beacon/xpath-injection, 99",
			"lantern/class-access, 99", "lantern/command-injection, 98", "lantern/cross-site-scripting, 99",
			"lantern/deserialization, 99", "lantern/expression-injection, 99", "lantern/header-injection, 99",
			"lantern/jndi-injection, 99", "lantern/ldap-injection, 99", "lantern/nosql-injection, 99",
			"lantern/path-traversal, 99", "lantern/server-side-include, 99", "lantern/sql-injection, 99",
			"lantern/ssrf, 99", "lantern/xml-external-entity, 99", "lantern/xpath-injection, 99",
			"ferry/class-access, 99", "ferry/command-injection, 99", "ferry/cross-site-scripting, 99",
			"ferry/deserialization, 99", "ferry/expression-injection, 99", "ferry/header-injection, 99",
			"ferry/jndi-injection, 99", "ferry/ldap-injection, 99", "ferry/nosql-injection, 99",
			"ferry/path-traversal, 99", "ferry/server-side-include, 99", "ferry/sql-injection, 99", "ferry/ssrf, 98",
			"ferry/xml-external-entity, 99", "ferry/xpath-injection, 99", "orchard/class-access, 97",
			"orchard/command-injection, 99", "orchard/cross-site-scripting, 99", "orchard/deserialization, 99",
			"orchard/expression-injection, 98", "orchard/header-injection, 99", "orchard/jndi-injection, 97",
			"orchard/ldap-injection, 99", "orchard/nosql-injection, 90", "orchard/path-traversal, 99",
			"orchard/server-side-include, 99", "orchard/sql-injection, 99", "orchard/ssrf, 98",
			"orchard/xml-external-entity, 92", "orchard/xpath-injection, 90", "meadow/class-access, 93",
			"meadow/command-injection, 98", "meadow/cross-site-scripting, 99", "meadow/deserialization, 99",
			"meadow/expression-injection, 94", "meadow/header-injection, 99", "meadow/jndi-injection, 95",
			"meadow/ldap-injection, 94", "meadow/nosql-injection, 85", "meadow/path-traversal, 99",
			"meadow/server-side-include, 97", "meadow/sql-injection, 99", "meadow/ssrf, 93",
			"meadow/xml-external-entity, 96", "meadow/xpath-injection, 98", "willow/class-access, 98",
			"willow/command-injection, 99", "willow/cross-site-scripting, 99", "willow/deserialization, 99",
			"willow/expression-injection, 99", "willow/header-injection, 99", "willow/jndi-injection, 99",
			"willow/ldap-injection, 99", "willow/nosql-injection, 99", "willow/path-traversal, 99",
			"willow/server-side-include, 99", "willow/sql-injection, 99", "willow/ssrf, 98",
			"willow/xml-external-entity, 99", "willow/xpath-injection, 98", "copper/class-access, 92",
			"copper/command-injection, 99", "copper/cross-site-scripting, 99", "copper/deserialization, 99",
			"copper/expression-injection, 99", "copper/header-injection, 99", "copper/jndi-injection, 99",
			"copper/ldap-injection, 99", "copper/nosql-injection, 97", "copper/path-traversal, 99",
			"copper/server-side-include, 99", "copper/sql-injection, 99", "copper/ssrf, 70",
			"copper/xml-external-entity, 99", "copper/xpath-injection, 99", "slate/class-access, 99",
			"slate/command-injection, 99", "slate/cross-site-scripting, 99", "slate/deserialization, 96",
			"slate/expression-injection, 99", "slate/header-injection, 99", "slate/jndi-injection, 99",
			"slate/ldap-injection, 99", "slate/nosql-injection, 99", "slate/path-traversal, 99",
			"slate/server-side-include, 99", "slate/sql-injection, 99", "slate/ssrf, 98",
			"slate/xml-external-entity, 99", "slate/xpath-injection, 99", "sorrel/class-access, 99",
			"sorrel/command-injection, 99", "sorrel/cross-site-scripting, 99", "sorrel/deserialization, 99",
			"sorrel/expression-injection, 99", "sorrel/header-injection, 99", "sorrel/jndi-injection, 99",
			"sorrel/ldap-injection, 99", "sorrel/nosql-injection, 99", "sorrel/path-traversal, 99",
			"sorrel/server-side-include, 99", "sorrel/sql-injection, 99", "sorrel/ssrf, 99",
			"sorrel/xml-external-entity, 99", "sorrel/xpath-injection, 99", "basil/class-access, 99",
			"basil/command-injection, 99", "basil/cross-site-scripting, 99", "basil/deserialization, 99",
			"basil/expression-injection, 99", "basil/header-injection, 99", "basil/jndi-injection, 99",
			"basil/ldap-injection, 99", "basil/nosql-injection, 99", "basil/path-traversal, 99",
			"basil/server-side-include, 99", "basil/sql-injection, 99", "basil/ssrf, 99",
			"basil/xml-external-entity, 99", "basil/xpath-injection, 99", "fennel/class-access, 84",
			"fennel/command-injection, 99", "fennel/cross-site-scripting, 99", "fennel/deserialization, 99",
			"fennel/expression-injection, 99", "fennel/header-injection, 99", "fennel/jndi-injection, 99",
			"fennel/ldap-injection, 99", "fennel/nosql-injection, 99", "fennel/path-traversal, 99",
			"fennel/server-side-include, 99", "fennel/sql-injection, 98", "fennel/ssrf, 99",
			"fennel/xml-external-entity, 99", "fennel/xpath-injection, 99" })
	void detectWhenTextsOfFreshAttackGrammarThenRecallReachesBar(String kind, double percent) {
		Tally tally = Tally.of("attack/" + kind, true, SEED);
		System.out.println(tally.line("attack " + kind));
		assertThat(tally.percent()).as("missed: %s", tally.examples()).isGreaterThanOrEqualTo(percent);
	}

	@ParameterizedTest
	@CsvSource({ "anew/code, 0.3", "anew/configuration, 2.4", "anew/logs, 0.3", "anew/markdown, 0.3",
			"anew/mathematics, 0.3", "anew/opaque, 0.3", "anew/passwords, 0.3", "anew/people, 0.3", "anew/prose, 0.5",
			"anew/queries, 0.3", "anew/titles, 0.3", "outside/code, 3.6", "outside/documents, 0.6",
			"outside/goods, 0.6", "outside/languages, 0.3", "outside/lines, 0.3", "outside/people, 0.3",
			"outside/prose, 2.4", "outside/science, 1.3", "outside/secrets, 0.3", "field/code, 0.3", "field/goods, 0.6",
			"field/people, 0.3", "field/prose, 0.6", "field/queries, 0.3", "field/science, 0.4", "field/secrets, 0.3",
			"field/tickets, 0.3", "harbor/code, 0.3", "harbor/goods, 0.5", "harbor/people, 0.3", "harbor/prose, 0.3",
			"harbor/queries, 1.1", "harbor/secrets, 0.3", "harbor/talk, 0.3", "harbor/trades, 0.3",
			"harbor/transport, 0.3", "market/code, 0.6", "market/goods, 0.3", "market/people, 0.3", "market/prose, 0.3",
			"market/queries, 0.3", "market/secrets, 0.3", "market/talk, 0.3", "market/trades, 0.3",
			"market/transport, 0.3", "beacon/bank, 0.3", "beacon/campus, 0.3", "beacon/clinic, 0.3",
			"beacon/developer, 2.4", "beacon/prose, 0.5", "beacon/shop, 0.3", "beacon/wire, 0.6", "lantern/care, 0.3",
			"lantern/civic, 0.3", "lantern/hiring, 0.3", "lantern/letters, 0.3", "lantern/makers, 0.3",
			"lantern/play, 2.1", "lantern/trade, 0.3", "lantern/traffic, 0.3", "ferry/bank, 0.3", "ferry/catalog, 0.3",
			"ferry/hospital, 0.3", "ferry/office, 0.3", "ferry/school, 0.3", "ferry/tracker, 0.3", "ferry/travel, 0.3",
			"ferry/wire, 0.3", "orchard/devops-and-code, 0.3", "orchard/iot-secrets-and-support, 0.3",
			"orchard/people-and-places, 0.3", "orchard/prose-in-many-languages, 0.3",
			"orchard/science-and-education, 0.3", "orchard/shop-and-games, 0.3", "orchard/social-and-forums, 0.3",
			"orchard/wire-formats, 0.3", "meadow/analytics-wire, 0.3", "meadow/crm-notes, 0.3",
			"meadow/customer-chat, 0.3", "meadow/developer-portal, 0.3", "meadow/hr-logistics, 0.3",
			"meadow/newsletters, 0.3", "meadow/project-management, 0.3", "meadow/translations, 0.3",
			"willow/bank-desk, 0.3", "willow/campus, 0.3", "willow/citizen-services, 0.3", "willow/clinic, 0.3",
			"willow/devtools, 0.3", "willow/engineering-plm, 0.3", "willow/fleet-m2m, 0.3", "willow/newsroom-cms, 0.3",
			"willow/retail-orders, 0.3", "willow/social-feed, 0.3", "copper/ci-observability, 0.3",
			"copper/club-chat-mail, 1.9", "copper/farm-logistics, 0.3", "copper/insurance-claims, 0.3",
			"copper/learning-platform, 9.3", "copper/legal-realestate, 0.3", "copper/library-museum, 0.3",
			"copper/municipal-forms, 0.3", "copper/saas-settings, 0.3", "copper/web-traffic, 0.3", "slate/forge, 0.3",
			"slate/help-desk, 0.3", "slate/metering, 0.3", "slate/pharmacy, 0.3", "slate/research-data, 0.3",
			"slate/school-gate, 0.3", "slate/seller-hub, 0.3", "slate/sign-in, 0.3", "slate/stage-and-sound, 0.3",
			"slate/travel-table, 0.3", "umber/claims-desk, 0.3", "umber/dev-wiki, 0.3", "umber/freight-erp, 0.3",
			"umber/garden-shop, 0.3", "umber/guest-house, 0.3", "umber/magazine-cms, 0.3", "umber/people-desk, 0.3",
			"umber/savings-bank, 0.3", "umber/sensors-clicks, 0.3", "umber/support-tickets, 0.3",
			"umber/team-chat, 0.3", "umber/town-forms, 0.3", "sorrel/addresses, 0.3", "sorrel/comments, 0.3",
			"sorrel/developer-texts, 0.3", "sorrel/machine-values, 0.3", "sorrel/names, 0.3", "sorrel/products, 0.3",
			"sorrel/query-languages, 0.3", "sorrel/science-law-sport, 0.3", "sorrel/searches, 0.3",
			"sorrel/secrets, 0.3", "basil/bug-tracker, 0.3", "basil/course-platform, 0.3", "basil/dental-practice, 0.3",
			"basil/event-ticketing, 0.3", "basil/hotel-property, 0.3", "basil/municipal-library, 0.3",
			"basil/recruiting, 0.3", "basil/smart-home, 0.3", "basil/subscription-box, 0.3",
			"basil/trucking-dispatcher, 0.3", "fennel/crm, 0.3", "fennel/hospital-appointments, 0.3",
			"fennel/insurer-partner, 0.3", "fennel/mobile-gateway, 0.3", "fennel/payment-provider, 0.3",
			"fennel/retail-bank, 0.3", "fennel/social-network, 0.3", "fennel/telecom-selfservice, 0.3",
			"fennel/warehouse, 0.3", "fennel/wiki, 0.3" })
	void detectWhenTextsOfFreshHonestGrammarThenFalseAlarmsStayUnderBar(String kind, double percent) {
		Tally tally = Tally.of("honest/" + kind, false, SEED);
		System.out.println(tally.line("honest " + kind));
		assertThat(tally.percent()).as("false alarms: %s", tally.examples()).isLessThanOrEqualTo(percent);
	}

	@ParameterizedTest
	@MethodSource("honest")
	void detectWhenTextsOfHonestGrammarThenFalseAlarmsStayUnderBar(String kind) {
		Tally tally = honest(kind);
		System.out.println(tally.line("honest " + kind));
		assertThat(tally.total()).isGreaterThan(1_000);
		assertThat(tally.percent()).as("false alarms: %s", tally.examples()).isLessThanOrEqualTo(MOST_FALSE_ALARMS);
	}

	@Test
	void detectWhenTextsOfAllHonestGrammarsThenMeanOfFalseAlarmsStaysUnderBar() {
		double mean = HONEST.stream().map(this::honest).mapToDouble(Tally::percent).average().orElseThrow();
		assertThat(mean).isLessThanOrEqualTo(MOST_FALSE_ALARMS);
	}

	private Tally honest(String kind) {
		return this.honest.computeIfAbsent(kind, (key) -> Tally.of("honest/" + key, false, SEED));
	}

}
