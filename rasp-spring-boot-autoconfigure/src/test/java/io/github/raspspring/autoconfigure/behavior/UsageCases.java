package io.github.raspspring.autoconfigure.behavior;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.raspspring.autoconfigure.behavior.Usage.Call;

/**
 * For each detector what it is there for, in at least six variations, and as many honest
 * uses that look alike.
 */
final class UsageCases {

	static final Map<String, String> PROPERTIES = Map.ofEntries(
			Map.entry("rasp.behavior.adaptive.volume.initial", "100"),
			Map.entry("rasp.behavior.account-creation.patterns", "/signup"),
			Map.entry("rasp.behavior.sequences[0].pattern", "/checkout"),
			Map.entry("rasp.behavior.sequences[0].after", "/cart"),
			Map.entry("rasp.behavior.sequences[0].after-methods", "POST"),
			Map.entry("rasp.behavior.sequences[0].within", "10m"),
			Map.entry("rasp.behavior.sequences[0].at-least", "2s"),
			Map.entry("rasp.behavior.honey.routes", "/backup/**"),
			Map.entry("rasp.behavior.honey.parameters", "is_admin"), Map.entry("rasp.behavior.honey.ids", "4711"));

	private final List<Case> cases = new ArrayList<>();

	private String detector = "";

	private Consumer<Usage> before = (usage) -> {
	};

	private UsageCases() {
		routes();
		logins();
		clients();
		configured();
	}

	/**
	 * A client at work.
	 *
	 * @param detector what looks for it
	 * @param attack whether it is to be found
	 * @param name what happens
	 * @param before what happened before
	 * @param requests how many requests
	 * @param seconds time between them
	 * @param script the requests
	 */
	record Case(String detector, boolean attack, String name, Consumer<Usage> before, int requests, int seconds,
			IntFunction<Call> script) {

		@Override
		public String toString() {
			return this.detector + (this.attack ? " finds " : " lets pass ") + this.name;
		}

	}

	static List<Case> all() {
		return new UsageCases().cases;
	}

	private void attack(String name, int requests, int seconds, IntFunction<Call> script) {
		this.cases.add(new Case(this.detector, true, name, this.before, requests, seconds, script));
	}

	private void honest(String name, int requests, int seconds, IntFunction<Call> script) {
		this.cases.add(new Case(this.detector, false, name, this.before, requests, seconds, script));
	}

	private void routes() {
		this.detector = "volume";
		attack("one subject", 150, 1, (i) -> account().as("bob"));
		attack("one network", 150, 1, (i) -> account());
		attack("HEAD in between", 150, 1, (i) -> account().as("bob").method((i % 2 == 0) ? "HEAD" : "GET"));
		attack("other agents", 150, 1, (i) -> account().as("bob").agent("Agent/" + i));
		attack("other addresses", 150, 1, (i) -> account().as("bob").from("203.0." + i + ".1"));
		attack("other queries", 150, 1, (i) -> account().as("bob").query("x", "" + i));
		attack("304", 150, 1, (i) -> Call.get("/api/account", "/api/account", 304).as("bob"));
		attack("failures", 150, 1, (i) -> Call.get("/api/account", "/api/account", 500).as("bob"));
		honest("three subjects", 150, 1, (i) -> account().as("user" + i % 3));
		honest("slowly", 150, 15, (i) -> account().as("bob"));
		honest("three routes", 150, 1, (i) -> Call.get("/r" + i % 3, "/r" + i % 3, 200).as("bob"));
		honest("below the limit", 95, 1, (i) -> account().as("bob"));
		honest("many networks", 150, 1, (i) -> account().from("203.0." + i + ".1"));
		honest("two methods", 150, 1, (i) -> account().as("bob").method((i % 2 == 0) ? "POST" : "GET"));
		this.detector = "enumeration";
		attack("upwards", 300, 1, (i) -> order("" + i, 200));
		attack("downwards", 300, 1, (i) -> order("" + (5000 - i), 200));
		attack("every second", 300, 1, (i) -> order("" + 2 * i, 404));
		attack("at random, missing", 300, 1, (i) -> order("" + i * 7919, 404));
		attack("texts, denied", 300, 1, (i) -> order("a" + i * 7919, 403));
		attack("own ones in between", 300, 1, (i) -> order((i % 2 == 0) ? "7" : "" + i, 404));
		attack("HEAD", 300, 1, (i) -> order("" + i, 200).method("HEAD"));
		attack("encoded digits", 300, 1, (i) -> order("%3" + i / 100 + "%3" + i / 10 % 10 + "%3" + i % 10, 200));
		attack("matrix parameters", 300, 1, (i) -> order(i + ";v=" + i * 7919, 200));
		attack("agents and addresses", 300, 1,
				(i) -> order("" + i, 200).agent("A/" + i).from("203.0." + i % 250 + ".1"));
		attack("in the query", 300, 1, (i) -> list().query("orderId", "" + i));
		attack("lists in the query", 40, 1,
				(i) -> list().query("ids", i + "0," + i + "1," + i + "2," + i + "3," + i + "4"));
		attack("in the body", 300, 1, (i) -> find(Map.of("/orderId", "" + i)));
		lists();
		attack("between constants in the body", 300, 1, (i) -> find(Map.of("/shopId", "7", "/order/id", "" + i)));
		honest("one again and again", 300, 2, (i) -> order("7", 404));
		honest("one with other matrix parameters", 300, 1, (i) -> order("7;v=" + i, 200));
		honest("one, each request with an id of its own", 300, 1, (i) -> order("7", 200).query("requestId", "r" + i));
		honest("one from the query", 300, 1, (i) -> list().query("orderId", "7"));
		honest("one from the body", 300, 1, (i) -> find(Map.of("/orderId", "7", "/traceId", "t" + i)));
		honest("own ones in any order", 100, 1, (i) -> order("" + i * 7919, 200));
		honest("pages", 180, 1, (i) -> list().query("page", "" + i));
		honest("new ones that name others", 200, 1, (i) -> find(Map.of("/bookId", "" + i)).status(201));
		honest("words that end like ids", 300, 1, (i) -> list().query("paid", "" + i));
		this.detector = "scraping";
		attack("pages", 400, 1, (i) -> list().query("page", "" + i));
		attack("offsets", 400, 1, (i) -> list().query("offset", "" + 20 * i));
		attack("cursors", 400, 1, (i) -> list().query("after", "c" + i * 7919));
		attack("words", 400, 1, (i) -> list().query("q", "word" + i));
		attack("pages as a subject", 400, 1, (i) -> list().query("page", "" + i).as("bob"));
		attack("pages with other agents", 400, 1, (i) -> list().query("page", "" + i).agent("A/" + i));
		attack("bytes", 60, 1, (i) -> list().bytes(10_000_000));
		honest("few pages again and again", 400, 1, (i) -> list().query("page", "" + i % 20));
		honest("what keeps caches away", 400, 1, (i) -> list().query("_", "" + i));
		honest("304", 400, 1, (i) -> Call.get("/books", "/books", 304).query("page", "" + i));
		honest("below the limit", 150, 1, (i) -> list().query("page", "" + i));
		honest("slowly", 400, 10, (i) -> list().query("page", "" + i));
		honest("many networks", 400, 1, (i) -> list().query("page", "" + i).from("203.0." + i % 9 + ".1"));
		honest("few bytes", 200, 1, (i) -> list().bytes(300_000));
		this.detector = "probing";
		attack("paths", 60, 1, (i) -> unknown("/x" + i));
		attack("scripts", 60, 1, (i) -> unknown("/wp/" + i + ".php"));
		attack("ending like a picture", 60, 1, (i) -> unknown("/.git/" + i + ";.png"));
		attack("as a subject", 60, 1, (i) -> unknown("/x" + i).as("bob"));
		attack("methods", 60, 1, (i) -> Call.get("/a" + i, "/a" + i, 405));
		attack("invalid paths", 60, 1, (i) -> Call.get("/%zz" + i, "/**", 400));
		attack("locked paths", 60, 1, (i) -> Call.get("/admin" + i, "/**", 401));
		attack("other agents", 60, 1, (i) -> unknown("/x" + i).agent("A/" + i));
		honest("lost pictures", 100, 1, (i) -> unknown("/img/" + i + ".png"));
		honest("lost fonts", 100, 1, (i) -> unknown("/fonts/" + i + ".woff2"));
		honest("lost icons", 100, 1, (i) -> unknown("/favicon" + i + ".ico"));
		honest("a broken link", 200, 1, (i) -> unknown("/old" + i % 5));
		honest("slowly", 100, 30, (i) -> unknown("/x" + i));
		honest("many networks", 100, 1, (i) -> unknown("/x" + i).from("203.0." + i + ".1"));
		honest("objects that are missing", 100, 1, (i) -> order("" + i, 404));
	}

	/**
	 * In each request four objects, of which ten times as many requests would be usual.
	 */
	private void lists() {
		attack("lists in the body", 60, 1, (i) -> find("{'ids':[#]}", i));
		attack("lists with constants", 60, 1, (i) -> find("{'shopId':'7','ids':[#],'note':'x'}", i));
		attack("lists below others", 60, 1, (i) -> find("{'order':{'bookIds':[#]}}", i));
		attack("lists in lists", 60, 1, (i) -> find("{'ids':[[#]]}", i));
		attack("a list in each of many", 60, 1, (i) -> find("[{'page':'x'},{'uuids':[#]}]", i));
		attack("lists of objects", 60, 1, (i) -> find("{'orders':[#]}", i, "{'id':'%s'}"));
		attack("lists with numbers in between", 60, 1, (i) -> find("{'ids':[7,#,null]}", i));
		attack("lists of hidden names", 60, 1, (i) -> find("{'\\u0069ds':[#]}", i));
		attack("lists in brackets", 300, 1, (i) -> list().query("ids[0]", "" + i));
		attack("lists in empty brackets", 300, 1, (i) -> list().query("ids[]", "" + i));
		honest("lists of words", 60, 1, (i) -> find("{'tags':[#]}", i));
		honest("lists of pages", 60, 1, (i) -> find("{'pageIds':[#]}", i));
		honest("a list again and again", 60, 1, (i) -> find("{'ids':[#]}", 7));
		honest("lists without a name", 60, 1, (i) -> find("[#]", i));
		honest("words below a list of ids", 60, 1, (i) -> find("{'ids':[{'words':[#]}]}", i));
		honest("words in brackets", 300, 1, (i) -> list().query("tags[0]", "" + i));
		honest("names in brackets", 300, 1, (i) -> list().query("ids[tag]", "" + i));
		honest("lists in what is new", 60, 1, (i) -> find("{'ids':[#]}", i).status(201));
	}

	private void logins() {
		this.detector = "credential-stuffing";
		attack("names", 60, 1, (i) -> Call.login("victim" + i, false));
		attack("addresses", 60, 1, (i) -> login("/login", "/email", "v" + i + "@shop.example"));
		attack("another path", 60, 1, (i) -> login("/api/v2/session", "/username", "victim" + i));
		attack("deep in the body", 60, 1, (i) -> login("/login", "/credentials/user", "victim" + i));
		attack("field in capitals", 60, 1, (i) -> login("/login", "/UserName", "victim" + i));
		attack("other agents", 60, 1, (i) -> Call.login("victim" + i, false).agent("A/" + i));
		attack("excused by a form that takes all", 60, 1, (i) -> (i % 2 == 0) ? Call.login("victim" + i, false)
				: login("/newsletter", "/email", "own" + i + "@shop.example").status(200));
		attack("IPv6", 60, 1, (i) -> Call.login("victim" + i, false).from("2001:db8:7:1::/64"));
		honest("one account", 60, 1, (i) -> Call.login("alice", false));
		honest("an office that mistypes", 120, 4, (i) -> Call.login("employee" + (i + 1) / 4 + "-" + i % 4, i % 4 > 0));
		honest("few accounts", 60, 1, (i) -> Call.login("child" + i % 4, false));
		honest("many networks", 60, 1, (i) -> Call.login("user" + i, false).from("203.0." + i + ".1"));
		honest("all well", 60, 1, (i) -> Call.login("user" + i, true));
		honest("slowly", 60, 120, (i) -> Call.login("user" + i, false));
		honest("401 without an account", 60, 1, (i) -> login("/api/search", "/q", "word" + i));
		this.detector = "brute-force";
		attack("one network", 60, 1, (i) -> Call.login("alice", false));
		attack("other agents", 60, 1, (i) -> Call.login("alice", false).agent("A/" + i));
		attack("capitals and blanks", 60, 1, (i) -> Call.login((i % 2 == 0) ? " Alice" : "aLICE ", false));
		attack("deep in the body", 60, 1, (i) -> login("/login", "/credentials/user", "alice"));
		attack("many networks", 400, 1, (i) -> Call.login("alice", false).from("198.18." + i % 40 + ".1"));
		attack("excused by a form that takes all", 60, 1,
				(i) -> (i == 0) ? login("/newsletter", "/email", "alice").status(200) : Call.login("alice", false));
		attack("where the owner logs in", 200, 1, (i) -> Call.login("alice", i == 1));
		attack("another path", 60, 1, (i) -> login("/api/v2/session", "/username", "alice"));
		honest("mistyped", 60, 1, (i) -> Call.login("alice", i % 8 == 7));
		honest("a few", 9, 1, (i) -> Call.login("alice", false));
		honest("slowly", 60, 120, (i) -> Call.login("alice", false));
		honest("many accounts", 60, 1, (i) -> Call.login("user" + i, false));
		honest("well", 60, 1, (i) -> Call.login("alice", true));
		honest("the owner while others guess", 60, 1, (i) -> (i % 2 == 0) ? Call.login("alice", true).from("10.0.0.1")
				: Call.login("alice", false).from("198.18." + i + ".1"));
		honest("401 without an account", 60, 1, (i) -> login("/api/search", "/q", "alice"));
	}

	private void clients() {
		this.detector = "forged-tokens";
		attack("tokens", 60, 1, (i) -> account().token("forged" + i));
		attack("other agents", 60, 1, (i) -> account().token("forged" + i).agent("A/" + i));
		attack("other paths", 60, 1, (i) -> Call.get("/p" + i, "/p" + i, 200).token("forged" + i));
		attack("long tokens", 60, 1, (i) -> account().token("x".repeat(400) + i + "y".repeat(400)));
		attack("POST", 60, 1, (i) -> Call.post("/cart", 200).token("forged" + i));
		attack("in bursts", 60, 2, (i) -> account().token("forged" + i));
		attack("ends like a good one", 60, 1,
				(i) -> (i == 0) ? account().as("bob-with-a-signature-of-64-characters-".repeat(3))
						: account().token("x" + i + "token-of-" + "bob-with-a-signature-of-64-characters-".repeat(3)));
		honest("an expired one", 200, 1, (i) -> account().token("expired"));
		honest("a few", 60, 1, (i) -> account().token("old" + i % 5));
		honest("good ones", 60, 1, (i) -> account().as("user" + i));
		honest("many networks", 60, 1, (i) -> account().token("old" + i).from("203.0." + i + ".1"));
		honest("slowly", 60, 20, (i) -> account().token("old" + i));
		honest("none", 60, 1, (i) -> account());
		this.detector = "fan-out";
		attack("agents of a subject", 60, 1, (i) -> account().as("bob").agent("Agent/" + i));
		attack("agents of a network", 60, 1, (i) -> account().agent("Agent/" + i));
		attack("agents that end otherwise", 60, 1,
				(i) -> account().as("bob").agent("Mozilla/5.0 (X11) Firefox/14" + i));
		attack("agents that begin otherwise", 60, 1,
				(i) -> account().as("bob").agent(i + " Mozilla/5.0 (X11) Firefox"));
		attack("networks of a subject", 60, 1, (i) -> account().as("bob").from("203.0." + i + ".1"));
		attack("IPv6 networks of a subject", 60, 1, (i) -> account().as("bob").from("2001:db8:0:" + i + "::/64"));
		honest("three programs", 60, 1, (i) -> account().as("alice").agent("Agent/" + i % 3));
		honest("four networks", 60, 1, (i) -> account().as("alice").from("203.0." + i % 4 + ".1"));
		honest("a network of several", 60, 1, (i) -> account().agent("Agent/" + i % 20));
		honest("slowly", 60, 30, (i) -> account().as("alice").agent("Agent/" + i));
		honest("roaming", 60, 30, (i) -> account().as("alice").from("203.0." + i + ".1"));
		honest("many subjects", 60, 1, (i) -> account().as("user" + i).agent("Agent/" + i));
		this.detector = "rarity";
		this.before = UsageCases::history;
		attack("routes", 60, 1, (i) -> Call.get("/admin" + i, "/admin" + i, 200).as("bob"));
		attack("methods", 60, 1, (i) -> Call.get("/r" + i, "/r" + i, 200).method("DELETE").as("bob"));
		attack("denied", 60, 1, (i) -> Call.get("/admin" + i, "/admin" + i, 403).as("bob"));
		attack("usual ones in between", 60, 1,
				(i) -> (i % 2 == 0) ? account().as("bob") : Call.get("/a" + i, "/a" + i, 200).as("bob"));
		attack("other addresses", 60, 1, (i) -> Call.get("/a" + i, "/a" + i, 200).as("bob").from("203.0." + i + ".1"));
		attack("other agents", 60, 1, (i) -> Call.get("/a" + i, "/a" + i, 200).as("bob").agent("A/" + i));
		honest("a newcomer", 60, 1, (i) -> Call.get("/admin" + i, "/admin" + i, 200).as("newcomer"));
		honest("what was used before", 60, 1, (i) -> account().as("bob"));
		honest("what others use", 20, 1, (i) -> Call.get("/shared", "/shared", 200).as("bob"));
		honest("one new route", 30, 1, (i) -> Call.get("/new", "/new", 200).as("bob"));
		honest("anonymous", 60, 1, (i) -> Call.get("/admin" + i, "/admin" + i, 200));
		honest("slowly", 12, 3600, (i) -> Call.get("/new" + i, "/new" + i, 200).as("bob"));
		this.before = (usage) -> {
		};
	}

	private static void history(Usage usage) {
		for (int i = 0; i < 60; i++) {
			usage.send(account().as("bob"));
			usage.send(account().as("user" + i));
			usage.send(Call.get("/shared", "/shared", 200).as("user" + i));
		}
		usage.pass(Duration.ofHours(25));
	}

	private void configured() {
		Call cart = Call.post("/cart", 200).as("bob");
		Call checkout = Call.post("/checkout", 200).as("bob");
		this.detector = "sequence";
		attack("nothing before", 1, 5, (i) -> checkout);
		attack("too soon", 2, 1, (i) -> (i == 0) ? cart : checkout);
		attack("too late", 2, 700, (i) -> (i == 0) ? cart : checkout);
		attack("what failed before", 2, 5, (i) -> (i == 0) ? cart.status(400) : checkout);
		attack("another's step", 2, 5, (i) -> (i == 0) ? cart.as("alice") : checkout);
		attack("another method", 2, 5, (i) -> (i == 0) ? cart.method("GET") : checkout);
		attack("matrix parameters", 1, 5, (i) -> new Call("POST", "/checkout;x=1", "/checkout", 200, "192.0.2.1", null,
				null, "A", Map.of(), UsageBody.NONE, 10));
		honest("in order", 2, 5, (i) -> (i == 0) ? cart : checkout);
		honest("something in between", 3, 5, (i) -> (i == 0) ? cart : (i == 1) ? account().as("bob") : checkout);
		honest("twice", 3, 5, (i) -> (i == 0) ? cart : checkout);
		honest("changed twice", 3, 5, (i) -> (i < 2) ? cart : checkout);
		honest("at leisure", 2, 500, (i) -> (i == 0) ? cart : checkout);
		honest("two clients", 4, 5, (i) -> ((i < 2) ? cart : checkout).as("user" + i % 2));
		honest("a path that looks alike", 2, 5, (i) -> Call.post("/checkouts", 200));
		this.detector = "account-creation";
		attack("anonymous", 50, 1, (i) -> signup());
		attack("as a subject", 50, 1, (i) -> signup().as("bob"));
		attack("other agents", 50, 1, (i) -> signup().agent("A/" + i));
		attack("other fields", 50, 1, (i) -> signup().with(Map.of("/email", "a" + i + "@shop.example")));
		attack("matrix parameters", 50, 1, (i) -> signup("/signup;x=" + i));
		attack("encoded", 50, 1, (i) -> signup("/sign%75p"));
		attack("slowly", 50, 200, (i) -> signup());
		honest("failures", 50, 1, (i) -> signup().status(400));
		honest("a few", 9, 1, (i) -> signup());
		honest("a class with a day", 50, 600, (i) -> signup());
		honest("many networks", 50, 1, (i) -> signup().from("203.0." + i + ".1"));
		honest("looking at the form", 50, 1, (i) -> signup().method("GET"));
		honest("a path that looks alike", 50, 1, (i) -> Call.post("/signups", 201));
		this.detector = "honey";
		attack("a path", 1, 1, (i) -> unknown("/backup/db.sql"));
		attack("the path itself", 1, 1, (i) -> unknown("/backup"));
		attack("an encoded path", 1, 1, (i) -> unknown("/b%61ckup/x"));
		attack("matrix parameters", 1, 1, (i) -> unknown("/backup;x=1/db.sql"));
		attack("a parameter", 1, 1, (i) -> account().query("is_admin", "1"));
		attack("a field", 1, 1, (i) -> Call.post("/cart", 200).with(Map.of("/a/is_admin", "true")));
		attack("an id", 1, 1, (i) -> account().query("id", "4711"));
		attack("an id in a body", 1, 1, (i) -> Call.post("/cart", 200).with(Map.of("/book", "4711")));
		honest("a longer id", 1, 1, (i) -> account().query("id", "47110"));
		honest("a longer path", 1, 1, (i) -> unknown("/backups"));
		honest("an id within a text", 1, 1, (i) -> account().query("q", "4711x"));
		honest("an agent", 1, 1, (i) -> account().agent("is_admin 4711"));
		honest("a name that is a value", 1, 1, (i) -> account().query("q", "is_admin"));
		honest("a longer name", 1, 1, (i) -> account().query("is_administrator", "1"));
	}

	private static Call order(String id, int status) {
		return Call.get("/api/orders/" + id, "/api/orders/{id}", status).as("bob");
	}

	private static Call account() {
		return Call.get("/api/account", "/api/account", 200);
	}

	private static Call list() {
		return Call.get("/books", "/books", 200);
	}

	private static Call find(Map<String, String> body) {
		return Call.post("/api/find", 200).as("bob").with(body);
	}

	private static Call find(String json, int number) {
		return find(json, number, "'%s'");
	}

	/**
	 * Look for four objects.
	 * @param json the body with a number sign where they stand
	 */
	private static Call find(String json, int number, String element) {
		String list = IntStream.range(0, 4)
			.mapToObj((i) -> element.formatted(number + "" + i))
			.collect(Collectors.joining(","));
		return find(Map.of()).with(UsageBody.json(json.replace("#", list).replace('\'', '"')));
	}

	private static Call unknown(String path) {
		return Call.get(path, "/**", 404);
	}

	private static Call login(String path, String field, String account) {
		return Call.post(path, 401).with(Map.of(field, account));
	}

	private static Call signup() {
		return Call.post("/signup", 201);
	}

	private static Call signup(String path) {
		return new Call("POST", path, "/signup", 201, "192.0.2.1", null, null, "A", Map.of(), UsageBody.NONE, 10);
	}

}
