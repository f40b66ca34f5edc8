package io.github.raspspring.autoconfigure.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.junit.jupiter.params.provider.Arguments;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.annotation.JsonPOJOBuilder;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Types that use what Jackson offers to be bound, and bodies for each: six that are what
 * is declared, and six with a property, an object or a second name that is not.
 */
@RestController
@RequestMapping("/jackson")
class JacksonBodies {

	@Bean
	static JsonMapperBuilderCustomizer mixes() {
		return (builder) -> builder.addMixIn(Mixed.class, Mixin.class);
	}

	static Stream<Arguments> honest() {
		List<Arguments> bodies = new ArrayList<>();
		add(bodies, "mixed", "{'name':'a'}", "{'name':'a','count':5}", "{'comment':'role'}", "{'note':'b','count':'5'}",
				"{'name':null,'theme':'dark'}", "{'name':'a','secretNote':'b','role':null}");
		add(bodies, "aliased", "{'first_name':'a'}", "{'firstName':'a'}", "{'role':'a'}", "{'given':'a','roles':['b']}",
				"{'first_name':'admin'}", "{'first_name':'a','status':false,'theme':'x'}");
		add(bodies, "any", "{'name':'a','role':'b'}", "{'status':'a','price':1}", "{'name':'a','owner':{'a':[1]}}",
				"{'discount':[5]}", "{'isAdmin':true}", "{'x':{'role':{'y':1}},'name':'a'}");
		add(bodies, "collected", "{'name':'a','role':'b'}", "{'status':'a'}", "{'price':1,'name':'a'}",
				"{'owner':'a','tenant':'b'}", "{'discount':5}", "{'name':'a'}");
		add(bodies, "unwrapped", "{'name':'a','total_price':1}", "{'total_currency':'EUR'}", "{'name':'role'}",
				"{'name':'a','total_price':'1.50','total_currency':'EUR'}", "{'name':'a','theme':'dark'}",
				"{'total_price':null}");
		add(bodies, "snake", "{'first_name':'a'}", "{'unit_price':5}", "{'first_name':'a','unit_price':5}",
				"{'first_name':'unitPrice'}", "{'inner':{'first_name':'a'}}", "{'first_name':null,'inner':null}");
		add(bodies, "kebab", "{'first-name':'a'}", "{'unit-price':5}", "{'first-name':'a','unit-price':5}",
				"{'first-name':'a','time-zone':'x'}", "{'unit-price':'5'}", "{'first-name':null}");
		add(bodies, "upper", "{'FirstName':'a'}", "{'UnitPrice':5}", "{'FirstName':'a','UnitPrice':5}",
				"{'FirstName':'status'}", "{'FirstName':'a','Locale':'de'}", "{'UnitPrice':null}");
		add(bodies, "named", "{'kind':'card','number':'1','owner':'a'}", "{'kind':'transfer','iban':'x'}",
				"{'number':'1','kind':'card'}", "{'kind':'transfer','iban':null}", "{'kind':'card','number':'role'}",
				"{'kind':'card','owner':'a','theme':'x'}");
		add(bodies, "deduced", "{'number':'1','owner':'a'}", "{'iban':'x'}", "{'number':'1'}", "{'iban':'status'}",
				"{'owner':'a','number':'2'}", "{'iban':null}");
		add(bodies, "wrapped", "{'card':{'number':'1','owner':'a'}}", "{'transfer':{'iban':'x'}}",
				"{'card':{'number':'1'}}", "{'transfer':{'iban':null}}", "{'card':{'owner':'b'}}", "{'card':{}}");
		add(bodies, "record", "{'id':1,'lines':[{'sku':'a','parts':[{'sku':'b'}]}]}", "{'id':'1','lines':[]}",
				"{'lines':[{'sku':'role','parts':null}]}", "{'id':1,'lines':[{'theme':'x'}]}", "{'id':0}",
				"{'id':1,'labels':{'role':'a','price':'1'}}");
		add(bodies, "generic", "{'data':{'id':1}}", "{'data':{'id':1,'lines':[{'sku':'a'}]}}", "{'data':null}",
				"{'data':{'labels':{'status':'a'}},'trace':'x'}", "{'trace':'role'}", "{'data':{'id':1,'theme':'x'}}");
		add(bodies, "created", "{'name':'a','amount':1}", "{'name':'a'}", "{'amount':'5'}", "{'name':'price'}",
				"{'amount':1.5,'name':null}", "{'name':'a','locale':'de'}");
		add(bodies, "parameters", "{'name':'a','isGift':true}", "{'name':'a'}", "{'isGift':false}",
				"{'name':'isAdmin'}", "{'isGift':'true','name':'b'}", "{'name':null,'theme':'x'}");
		add(bodies, "built", "{'name':'a','amount':1}", "{'name':'a'}", "{'amount':'5'}", "{'name':'owner'}",
				"{'amount':null}", "{'name':'a','locale':'de'}");
		add(bodies, "delegated", "'a'", "'role'", "''", "'{}'", "'isAdmin=true'", "'Zo\u00eb'");
		return bodies.stream();
	}

	static Stream<Arguments> tampered() {
		List<Arguments> bodies = new ArrayList<>();
		add(bodies, "mixed", "{'name':'a','role':'admin'}", "{'name':'a','isAdmin':true}", "{'name':{'$ne':1}}",
				"{'name':'a','name':'b'}", "{'comment':{'a':1}}", "{'count':[1,2]}");
		add(bodies, "aliased", "{'first_name':'a','admin':1}", "{'firstName':'a','status':'x'}", "{'role':{'a':1}}",
				"{'firstName':['a','b']}", "{'role':'a','role':'b'}", "{'first_name':'a','price':1}");
		add(bodies, "unwrapped", "{'name':'a','total_discount':1}", "{'name':'a','price':1}", "{'total_price':{'a':1}}",
				"{'name':'a','role':'x'}", "{'total_price':1,'total_price':2}", "{'total_owner':'x'}");
		add(bodies, "snake", "{'first_name':'a','total_price':1}", "{'first_name':'a','user_role':'x'}",
				"{'unit_price':{'a':1}}", "{'inner':{'first_name':'a','is_admin':true}}",
				"{'first_name':'a','unitPrice':5}", "{'first_name':'a','first_name':'b'}");
		add(bodies, "kebab", "{'first-name':'a','user-role':'x'}", "{'unit-price':[5,6]}", "{'is-admin':true}",
				"{'first-name':'a','unit_price':5}", "{'unit-price':1,'unit-price':2}", "{'first-name':{'a':'b'}}");
		add(bodies, "upper", "{'FirstName':'a','Role':'x'}", "{'IsAdmin':true}", "{'UnitPrice':{'a':1}}",
				"{'FirstName':'a','TotalPrice':1}", "{'FirstName':'a','FirstName':'b'}",
				"{'FirstName':'a','unitPrice':5}");
		add(bodies, "named", "{'kind':'card','number':'1','role':'x'}",
				"{'kind':'transfer','iban':'x','verified':true}", "{'kind':'card','number':{'$gt':''}}",
				"{'kind':'card','kind':'transfer'}", "{'kind':['card']}",
				"{'kind':'transfer','iban':'x','status':'paid'}");
		add(bodies, "record", "{'id':1,'role':'admin'}", "{'lines':[{'sku':'a','price':1}]}",
				"{'lines':[{'parts':[{'sku':'a','discount':5}]}]}", "{'id':{'$ne':0}}", "{'lines':[{'sku':{'a':1}}]}",
				"{'lines':[{'sku':'a','sku':'b'}]}");
		add(bodies, "generic", "{'data':{'id':1,'role':'x'}}", "{'data':{'lines':[{'price':1}]}}", "{'owner':'x'}",
				"{'data':{'id':{'a':1}}}", "{'data':{'id':1},'data':{'id':2}}",
				"{'data':{'id':[1]},'trace':['a','b']}");
		add(bodies, "created", "{'name':'a','role':'x'}", "{'amount':{'a':1}}", "{'name':'a','name':'b'}",
				"{'name':'a','discount':1}", "{'name':['a','b']}", "{'name':'a','tenantId':'x'}");
		add(bodies, "parameters", "{'name':'a','isAdmin':true}", "{'isGift':{'a':1}}", "{'name':'a','name':'b'}",
				"{'name':'a','status':'x'}", "{'name':[1,2]}", "{'name':'a','ownerId':7}");
		add(bodies, "built", "{'name':'a','role':'x'}", "{'amount':{'a':1}}", "{'name':'a','name':'b'}",
				"{'name':'a','price':1}", "{'name':{'$ne':null}}", "{'name':'a','approved':true}");
		return bodies.stream();
	}

	private static void add(List<Arguments> bodies, String type, String... json) {
		for (String body : json) {
			bodies.add(Arguments.of("/jackson/" + type, body));
		}
	}

	@PostMapping("/mixed")
	void mixed(@RequestBody Mixed body) {
	}

	@PostMapping("/aliased")
	void aliased(@RequestBody Aliased body) {
	}

	@PostMapping("/any")
	void any(@RequestBody Any body) {
	}

	@PostMapping("/collected")
	void collected(@RequestBody Collected body) {
	}

	@PostMapping("/unwrapped")
	void unwrapped(@RequestBody Unwrapped body) {
	}

	@PostMapping("/snake")
	void snake(@RequestBody Snake body) {
	}

	@PostMapping("/kebab")
	void kebab(@RequestBody Kebab body) {
	}

	@PostMapping("/upper")
	void upper(@RequestBody Upper body) {
	}

	@PostMapping("/named")
	void named(@RequestBody Named body) {
	}

	@PostMapping("/deduced")
	void deduced(@RequestBody Deduced body) {
	}

	@PostMapping("/wrapped")
	void wrapped(@RequestBody Wrapped body) {
	}

	@PostMapping("/record")
	void record(@RequestBody Order body) {
	}

	@PostMapping("/generic")
	void generic(@RequestBody Envelope<Order> body) {
	}

	@PostMapping("/created")
	void created(@RequestBody Created body) {
	}

	@PostMapping("/parameters")
	void parameters(@RequestBody Parameters body) {
	}

	@PostMapping("/built")
	void built(@RequestBody Built body) {
	}

	@PostMapping("/delegated")
	void delegated(@RequestBody Delegated body) {
	}

	/**
	 * A type of a library, which the mixin describes.
	 */
	static class Mixed {

		public String title;

		public String note;

		public String role;

		public int count;

	}

	abstract static class Mixin {

		@JsonProperty("name")
		String title;

		@JsonAlias({ "comment", "secretNote" })
		String note;

		@JsonIgnore
		String role;

	}

	record Aliased(@JsonProperty("first_name") @JsonAlias( {
			"firstName", "role", "given" }) String first, @JsonAlias("roles") List<String> tags){

	}

	static class Any {

		public String name;

		private final Map<String, Object> more = new HashMap<>();

		@JsonAnySetter
		void more(String name, Object value) {
			this.more.put(name, value);
		}

	}

	record Collected(String name, @JsonAnySetter Map<String, Object> more) {

	}

	record Sum(String price, String currency) {

	}

	static class Unwrapped {

		public String name;

		@JsonUnwrapped(prefix = "total_")
		public Sum sum;

	}

	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Snake(String firstName, Integer unitPrice, Snake inner) {

	}

	@JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
	record Kebab(String firstName, Integer unitPrice) {

	}

	@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
	record Upper(String firstName, Integer unitPrice) {

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
	@JsonSubTypes({ @JsonSubTypes.Type(value = NamedCard.class, name = "card"),
			@JsonSubTypes.Type(value = NamedTransfer.class, name = "transfer") })
	interface Named {

	}

	record NamedCard(String number, String owner) implements Named {

	}

	record NamedTransfer(String iban) implements Named {

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
	@JsonSubTypes({ @JsonSubTypes.Type(DeducedCard.class), @JsonSubTypes.Type(DeducedTransfer.class) })
	interface Deduced {

	}

	record DeducedCard(String number, String owner) implements Deduced {

	}

	record DeducedTransfer(String iban) implements Deduced {

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
	@JsonSubTypes({ @JsonSubTypes.Type(value = WrappedCard.class, name = "card"),
			@JsonSubTypes.Type(value = WrappedTransfer.class, name = "transfer") })
	interface Wrapped {

	}

	record WrappedCard(String number, String owner) implements Wrapped {

	}

	record WrappedTransfer(String iban) implements Wrapped {

	}

	record Order(long id, List<Line> lines, Map<String, String> labels) {

	}

	record Line(String sku, List<Line> parts) {

	}

	record Envelope<T>(T data, String trace) {

	}

	/**
	 * One constructor that names its parameters.
	 */
	static class Created {

		private final String name;

		private final Double amount;

		@JsonCreator
		Created(@JsonProperty("name") String name, @JsonProperty("amount") Double amount) {
			this.name = name;
			this.amount = amount;
		}

		@Override
		public String toString() {
			return this.name + this.amount;
		}

	}

	/**
	 * Like a class of Kotlin: one constructor with the names of its parameters, and a
	 * property that begins with "is".
	 */
	static class Parameters {

		private final String name;

		private final boolean gift;

		@JsonCreator
		Parameters(String name, @JsonProperty("isGift") boolean gift) {
			this.name = name;
			this.gift = gift;
		}

		@Override
		public String toString() {
			return this.name + this.gift;
		}

	}

	@JsonDeserialize(builder = Builder.class)
	record Built(String name, Integer amount) {

	}

	@JsonPOJOBuilder(withPrefix = "")
	static class Builder {

		private String name;

		private Integer amount;

		Builder name(String name) {
			this.name = name;
			return this;
		}

		Builder amount(Integer amount) {
			this.amount = amount;
			return this;
		}

		Built build() {
			return new Built(this.name, this.amount);
		}

	}

	static final class Delegated {

		private final String text;

		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		Delegated(String text) {
			this.text = text;
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

}
