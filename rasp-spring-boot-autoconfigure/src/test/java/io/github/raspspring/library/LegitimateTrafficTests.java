package io.github.raspspring.library;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole legitimate traffic of an application on JPA: whatever words honest clients
 * use, and even what attackers send where it is bound, no statement is an attack.
 */
class LegitimateTrafficTests {

	@Nested
	class OnH2 extends OnDatabase {

		OnH2() {
			super("h2");
		}

	}

	@Nested
	class OnPostgresql extends OnDatabase {

		OnPostgresql() {
			super("postgresql");
		}

	}

	abstract static class OnDatabase extends LibraryTest {

		OnDatabase(String database) {
			super(database);
		}

		static Stream<String> queries() {
			return Stream.of("name", "author", "containing", "starting", "in", "not-in", "between", "or-like", "top",
					"first", "genre-page", "slice", "all", "exists", "count", "delete", "search", "genres",
					"above-average", "native", "native-page", "union", "raise", "specification", "jpql", "native-in",
					"jdbc", "jdbc-literal", "jdbc-client", "named-in", "window", "with");
		}

		static List<String> words() throws Exception {
			return Files.readAllLines(Path.of("src/test/resources/library-words.txt"));
		}

		@ParameterizedTest
		@MethodSource("queries")
		void queryWhenValuesAreBoundThenRunsWhateverTheyAre(String query) throws Exception {
			for (String word : words()) {
				String encoded = URLEncoder.encode(word, StandardCharsets.UTF_8);
				assertServed(guarded().get("/queries/" + query + "?q=" + encoded + "&in=" + encoded
						+ "&in=novel&in=manual&page=1&size=2&sort=price&direction=desc&from=1900&to=2020"));
			}
			assertServed(guarded().get("/queries/" + query + "?q=Dune&in=novel"));
		}

		@Test
		void insertWhenNamesHaveApostrophesThenIsStoredOneByOneAndInBatches() throws Exception {
			StringBuilder batch = new StringBuilder();
			for (String word : words()) {
				String json = "{\"name\":" + quoted(word) + ",\"author\":" + quoted(word)
						+ ",\"genre\":\"novel\",\"published\":2000,\"price\":9.5}";
				assertServed(guarded().post("/titles", json));
				batch.append((batch.length() == 0) ? "[" : ",").append(json);
			}
			assertServed(guarded().post("/titles/batch", batch + "]"));
			assertServed(guarded().post("/titles/jdbc-batch", batch + "]"));
			assertThat(guarded().titles()).isEqualTo(4 + 3 * words().size());
		}

		private void assertServed(HttpResponse<String> answer) {
			assertThat(answer.statusCode()).as(answer.request().uri() + ": " + answer.body()).isEqualTo(200);
			assertThat(guarded().events().latest()).isEmpty();
		}

		private static String quoted(String word) {
			return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
		}

	}

}
