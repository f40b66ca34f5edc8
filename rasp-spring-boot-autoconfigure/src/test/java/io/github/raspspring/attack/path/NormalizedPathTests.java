package io.github.raspspring.attack.path;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FileJudge} where the application normalizes before it opens, so that
 * the value is no longer in the path. What needs no learning is in the table of
 * {@code SinkKindTests}.
 */
class NormalizedPathTests {

	private final FileJudge judge = new FileJudge(FileJudge.EXECUTABLE_EXTENSIONS);

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	@Test
	void judgeWhenValueClimbsThenIsStrongAndNamesRestOfIt() {
		SinkVerdict verdict = open("/a", "/srv/./etc/hosts", "../../etc/hosts");
		assertThat(verdict).isNotNull();
		assertThat(verdict.confidence()).isEqualTo(Confidence.STRONG);
		assertThat(verdict.rule()).isEqualTo(FileRules.TRAVERSAL);
		assertThat(verdict.input()).isNotNull();
		assertThat("/srv/./etc/hosts".substring(verdict.start(), verdict.end())).isEqualTo("etc/hosts");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			/srv/docs/a.txt       ~ a.txt        ~ /srv/e1.txt   ~ ../e1.txt
			/srv/docs/a.txt       ~ unrelated    ~ /srv/e1.txt   ~ ../e1.txt
			/srv/docs/sub/a.txt   ~ sub/a.txt    ~ /srv/e1.txt   ~ sub/../../e1.txt
			/srv/docs/thumb-a.txt ~ a.txt        ~ /srv/e1.txt   ~ x/../../e1.txt
			/srv/docs/a.txt       ~ a            ~ /srv/e1.txt   ~ ../e1
			/srv/x/y/docs/a.txt   ~ a.txt        ~ /srv/e1.txt   ~ ../../../e1.txt
			/srv/docs/a.txt       ~ a.txt        ~ /srv          ~ ..
			/srv/x/docs/a.txt     ~ a.txt        ~ /srv          ~ ../../
			""")
	void judgeWhenFolderOfRouteIsKnownThenSeesThatValueLeftIt(String honest, String input, String path, String attack) {
		assertThat(open("/a", path, attack)).as("cold").isNull();
		assertThat(open("/a", honest, input)).isNull();
		assertThat(open("/b", path, attack)).as("on another route").isNull();
		assertThat(open("/a", path, attack)).as("on the same route").isNotNull();
	}

	/** A name that was cleaned lands in the folder and not above it. */
	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			/srv/up/a.txt     ~ a.txt     ~ /srv/up/evil.txt     ~ ../evil.txt
			/srv/up/a.txt     ~ a.txt     ~ /srv/up/evil.txt     ~ ../../evil.txt
			/srv/up/bob/a.txt ~ a.txt     ~ /srv/up/eve/evil.txt ~ ../evil.txt
			/srv/up/a.txt     ~ a.txt     ~ /srv/up/b.txt        ~ docs/../b.txt
			/srv/up/a.txt     ~ a.txt     ~ /var/evil.txt        ~ ../evil.txt
			/srv/up/a.txt     ~ unrelated ~ /srv/up              ~ ..
			""")
	void judgeWhenFolderOfRouteIsKnownThenNamesInItAreSafe(String honest, String input, String path, String other) {
		assertThat(open("/a", honest, input)).isNull();
		assertThat(open("/a", path, other)).isNull();
	}

	@Test
	void judgeWhenRouteOpensFileByItselfThenSingleNameCoincides() {
		assertThat(open("/a", "/srv/docs/a.txt", "a.txt")).isNull();
		assertThat(open("/a", "/srv/logo.png", "unrelated")).isNull();
		assertThat(open("/a", "/srv/logo.png", "../logo.png")).isNull();
		assertThat(open("/b", "/srv/images/logo.png", "unrelated")).isNull();
		assertThat(open("/b", "/srv/images/logo.png", "../images/logo.png")).isNotNull();
	}

	@Test
	void judgeWhenValueOfRequestClimbsThenWhatItRanTeachesNothing() {
		assertThat(open("/a", "/srv/e1.txt", "../e1.txt")).isNull();
		assertThat(open("/a", "/srv/e1.txt", "/srv/e1.txt")).isNotNull();
		assertThat(open("/a", "/srv/jobs/x.sh", "docs/../../x")).isNull();
		assertThat(open("/a", "/srv", "/srv")).isNotNull();
		assertThat(open("/a", "/srv/jobs/a.txt", "/srv")).isNotNull();
	}

	@Test
	void judgeWhenRequestIsHonestThenTeachesStill() {
		assertThat(open("/a", "/srv/e1.txt", "docs/../a.txt")).isNull();
		assertThat(open("/a", "/srv/e1.txt", "/srv/e1.txt")).isNull();
	}

	private @Nullable SinkVerdict open(String route, String path, String input) {
		return this.judge.judge(new FileCall("read", path, false), this.requests.inputsOn(route, input));
	}

}
