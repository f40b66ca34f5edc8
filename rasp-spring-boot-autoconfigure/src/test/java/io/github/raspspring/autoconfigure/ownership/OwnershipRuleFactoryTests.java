package io.github.raspspring.autoconfigure.ownership;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.ownership.OwnedSamples;
import io.github.raspspring.ownership.OwnershipRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class OwnershipRuleFactoryTests {

	private static final String RULES = "rasp.ownership.rules";

	private static List<OwnershipRule> rules(Map<String, String> properties) {
		return OwnershipRuleFactory.rules(new Binder(new MapConfigurationPropertySource(properties))
			.bindOrCreate("rasp.ownership", RaspOwnershipProperties.class));
	}

	private static Map<String, String> orders() {
		Map<String, String> properties = new HashMap<>();
		properties.put(RULES + "[0].tables", "orders");
		properties.put(RULES + "[0].column", "customer");
		return properties;
	}

	@Test
	void rulesWhenNothingIsConfiguredThenAreNone() {
		assertThat(rules(Map.of())).isEmpty();
	}

	@Test
	void ruleWhenOnlyTableAndColumnAreSetThenIsOfTheSubjectEverywhereAndBlocks() {
		assertThat(rules(orders())).singleElement().satisfies((rule) -> {
			assertThat(rule.id()).isEqualTo("orders");
			assertThat(rule.claim()).isEqualTo("sub");
			assertThat(rule.idColumn()).isEqualTo("id");
			assertThat(rule.mode()).isEqualTo(EnforcementMode.BLOCK);
			assertThat(rule.exemptAuthorities()).isEmpty();
		});
	}

	@ParameterizedTest
	@CsvSource({ "[0].tables, '', [0].tables", "[0].tables, 'orders; drop', [0].tables[0]",
			"[0].column, '', [0].column", "[0].id-column, ' ', [0].id-column", "[0].claim, '', [0].claim",
			"[0].routes, orders, [0].routes[0]", "[0].tables, 'orders,ORDERS', [0].tables[1]" })
	void ruleWhenPropertyIsWrongThenStartStopsAndNamesIt(String property, String value, String named) {
		Map<String, String> properties = orders();
		properties.put(RULES + property, value);
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(() -> rules(properties))
			.satisfies((ex) -> {
				assertThat(ex.getName()).isEqualTo(RULES + named);
				assertThat(ex.getReason()).endsWith(".");
			});
	}

	@ParameterizedTest
	@CsvSource({ "/api/orders,true", "/api/orders/1,true", "/api/orders/1/lines,true", "/shop/7,true", "/shop/a,true",
			"/api/orders/,true", "/api,false", "/api/order,false", "/office/orders,false", "/shop,false",
			"/shop/7/8,false", "/orders/api,false" })
	void ruleWhenItIsAboutSomeRoutesThenHoldsThereOnly(String path, boolean holds) {
		Map<String, String> properties = orders();
		properties.put(RULES + "[0].routes", "/api/orders/**,/shop/{id}");
		OwnershipRule rule = rules(properties).get(0);
		InspectionPipeline pipeline = new InspectionPipeline((method, any) -> Policy.of(EnforcementMode.BLOCK),
				List.of(), ValueReader.AS_ARRIVED, List.of(), (event) -> {
				}, () -> "ref", Clock.systemUTC());
		Exchange exchange = pipeline.begin(new RequestFacts("GET", path, new ClientIdentity("192.0.2.1"), false));
		assertThat(rule.holdsFor(exchange, new Subject("bob", null))).isEqualTo(holds);
	}

	@ParameterizedTest
	@CsvSource({ "invoices, orders, [1].id", "orders, bills, [1].tables[0]" })
	void ruleWhenAnotherHasItsIdOrTableThenStartStopsAndNamesBoth(String table, String id, String named) {
		Map<String, String> properties = orders();
		properties.put(RULES + "[1].tables", table);
		properties.put(RULES + "[1].id", id);
		properties.put(RULES + "[1].column", "customer");
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(() -> rules(properties))
			.satisfies((ex) -> {
				assertThat(ex.getName()).isEqualTo(RULES + named);
				assertThat(ex.getReason()).contains(RULES + "[0].");
			});
	}

	@Test
	void annotationWhenOnEntityThenNamesItsTable() {
		assertThat(owned(OwnedSamples.Invoice.class)).singleElement().satisfies((rule) -> {
			assertThat(rule.tables()).containsExactly("invoices");
			assertThat(rule.column()).isEqualTo("tenant");
			assertThat(rule.claim()).isEqualTo("tenant");
			assertThat(rule.exemptAuthorities()).isEqualTo(Set.of("office"));
		});
		assertThat(owned(OwnedSamples.PriceList.class)).singleElement()
			.extracting(OwnershipRule::tables)
			.isEqualTo(List.of("price_list"));
	}

	@Test
	void annotationWhenOnRepositoryOrMethodThenNamesTheTableOfItsEntity() {
		assertThat(owned(OwnedSamples.Invoices.class)).singleElement()
			.extracting(OwnershipRule::tables)
			.isEqualTo(List.of("invoices"));
		assertThat(owned(OwnedSamples.PriceLists.class)).extracting(OwnershipRule::tables)
			.containsExactly(List.of("price_list"));
	}

	@Test
	void annotationWhenThereIsNoTableThenSaysWhatToSet() {
		assertThatIllegalStateException().isThrownBy(() -> owned(OwnedSamples.Nowhere.class))
			.withMessageContaining("table = ");
	}

	private static List<OwnershipRule> owned(Class<?> type) {
		List<OwnershipRule> rules = new ArrayList<>();
		OwnedTypes.add(type, rules);
		return rules;
	}

}
