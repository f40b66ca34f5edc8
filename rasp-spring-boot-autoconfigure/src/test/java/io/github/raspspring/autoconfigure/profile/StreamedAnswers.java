package io.github.raspspring.autoconfigure.profile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Answers that come in two parts, the second of which waits until the client has the
 * first, and answers of other types.
 */
@RestController
@RequestMapping("/blocked/parts")
class StreamedAnswers {

	static final String FIRST = "data:first\n";

	static final String SECOND = "data:4111111111111111\n";

	private static final String HELD_BACK = "data:nobody has got the first part\n";

	/** Spring hands on no wish to flush, so it takes more than the container keeps. */
	private static final String MORE = "\n".repeat(20_000);

	private static final int PATIENCE = 10;

	private final Semaphore received = new Semaphore(0);

	/**
	 * Tell that the first part has come.
	 */
	void received() {
		this.received.release();
	}

	/**
	 * Forget what was told before.
	 */
	void forget() {
		this.received.drainPermits();
	}

	private String second() {
		try {
			return this.received.tryAcquire(PATIENCE, TimeUnit.SECONDS) ? SECOND : HELD_BACK;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return HELD_BACK;
		}
	}

	@GetMapping("/events")
	SseEmitter events() throws IOException {
		SseEmitter emitter = new SseEmitter();
		later(emitter, "first", () -> value(second()));
		return emitter;
	}

	@GetMapping(path = "/emitter", produces = "text/plain")
	ResponseBodyEmitter emitter() throws IOException {
		ResponseBodyEmitter emitter = new ResponseBodyEmitter();
		later(emitter, FIRST, this::second);
		return emitter;
	}

	private static String value(String line) {
		return line.substring(line.indexOf(':') + 1, line.length() - 1);
	}

	private static void later(ResponseBodyEmitter emitter, String first, Supplier<String> second) throws IOException {
		emitter.send(first);
		Thread sender = new Thread(() -> {
			try {
				emitter.send(second.get());
				emitter.complete();
			}
			catch (IOException ex) {
				emitter.completeWithError(ex);
			}
		});
		sender.start();
	}

	@GetMapping("/body")
	ResponseEntity<StreamingResponseBody> body(@RequestParam String type) {
		return ResponseEntity.ok().contentType(MediaType.parseMediaType(type)).body(this::write);
	}

	@GetMapping("/written")
	void written(HttpServletResponse response, @RequestParam String type) throws IOException {
		response.setContentType(type);
		write(response.getOutputStream());
	}

	private void write(OutputStream output) throws IOException {
		output.write((FIRST + MORE).getBytes(StandardCharsets.US_ASCII));
		output.flush();
		output.write(second().getBytes(StandardCharsets.US_ASCII));
	}

	@GetMapping("/typed")
	void typed(HttpServletResponse response, @RequestParam String type, @RequestParam(required = false) String encoding)
			throws IOException {
		response.setContentType(type);
		if (encoding != null) {
			response.setHeader("Content-Encoding", encoding);
		}
		response.getOutputStream().write("{\"a\":1}".getBytes(StandardCharsets.US_ASCII));
	}

}
