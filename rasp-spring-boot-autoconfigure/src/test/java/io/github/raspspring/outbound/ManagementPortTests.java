package io.github.raspspring.outbound;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications whose management has a port of its own, and so a context and a server of
 * its own.
 */
class ManagementPortTests {

	@ParameterizedTest
	@ValueSource(strings = { "true", "false" })
	void managementWhenOnPortOfItsOwnThenTellsOfTheApplication(String lazy) throws Exception {
		try (Fetcher fetcher = new Fetcher(OutboundApplication.class, "management.server.port=0",
				"spring.main.lazy-initialization=" + lazy)) {
			assertThat(fetcher.fetch("rest-client", fetcher.internet().internalUrl()).statusCode()).isEqualTo(403);
			assertThat(fetcher.get("/actuator/rasp").statusCode()).isEqualTo(404);
			assertThat(fetcher.getFromManagement("/actuator/rasp").statusCode()).isEqualTo(200);
			assertThat(fetcher.getFromManagement("/actuator/rasp/events").body()).contains("url-sink.internal-address",
					"/fetch/{way}");
		}
	}

}
