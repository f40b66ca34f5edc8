package io.github.raspspring.event.delivery;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.github.raspspring.engine.event.EventOutlet;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.engine.event.UndeliverableException;
import io.github.raspspring.event.form.EventForm;
import io.github.raspspring.event.form.JsonLine;

/**
 * Posts events to a receiver, signed so that it can tell whose they are and how old they
 * are. A receiver may get events twice, when its answer was lost; the references tell. No
 * redirect is followed, or the events would go to whom it names.
 */
public final class WebhookOutlet implements EventOutlet {

	private static final int TOO_EARLY = 425;

	private static final int TOO_MANY = 429;

	private static final int TIMED_OUT = 408;

	private final WebhookSettings settings;

	private final EventForm form;

	private final Clock clock;

	private final WebhookSignature signature;

	private final HttpClient client;

	/**
	 * Create an outlet.
	 * @param settings where events are sent
	 * @param form the form in which they are
	 * @param clock tells the time
	 */
	public WebhookOutlet(WebhookSettings settings, EventForm form, Clock clock) {
		this.settings = settings;
		this.form = form;
		this.clock = clock;
		this.signature = new WebhookSignature(settings.secret());
		this.client = HttpClient.newBuilder()
			.connectTimeout(settings.timeout())
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
	}

	@Override
	public String name() {
		return "webhook";
	}

	@Override
	public boolean takes(EventRecord event) {
		return this.settings.everything() || event.alarming();
	}

	@Override
	public void write(List<EventRecord> events) throws IOException, UndeliverableException, InterruptedException {
		Map<String, Object> form = new LinkedHashMap<>();
		form.put("events", events.stream().map(this.form::of).toList());
		String body = JsonLine.of(form);
		String timestamp = Long.toString(this.clock.instant().getEpochSecond());
		HttpRequest request = HttpRequest.newBuilder(this.settings.url())
			.timeout(this.settings.timeout())
			.header("Content-Type", "application/json")
			.header("X-Rasp-Delivery", UUID.randomUUID().toString())
			.header("X-Rasp-Timestamp", timestamp)
			.header("X-Rasp-Signature", "v1=" + this.signature.of(timestamp, body))
			.POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
			.build();
		HttpResponse<Void> response = this.client.send(request, BodyHandlers.discarding());
		check(response.statusCode());
	}

	private static void check(int status) throws IOException, UndeliverableException {
		if (status >= 200 && status < 300) {
			return;
		}
		if (status >= 500 || status == TOO_MANY || status == TIMED_OUT || status == TOO_EARLY) {
			throw new IOException("The receiver answers " + status);
		}
		throw new UndeliverableException("The receiver answers " + status);
	}

}
