package io.github.raspspring.ways;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.raspspring.carrier.RaspGuards;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;

/**
 * Read on other threads and through other types, or hand what they read to all that can
 * do harm with it.
 */
@RestController
@RequestMapping(path = "/elsewhere", produces = "application/octet-stream")
class ElsewhereHandlers {

	private final RaspGuards guards;

	ElsewhereHandlers(RaspGuards guards) {
		this.guards = guards;
	}

	@RequestMapping("/future")
	CompletableFuture<byte[]> future(HttpServletRequest request) {
		return CompletableFuture.supplyAsync(() -> bytes(request.getParameter("q")));
	}

	@RequestMapping("/thread")
	byte[] thread(HttpServletRequest request) throws InterruptedException {
		String[] read = new String[1];
		Thread thread = new Thread(() -> read[0] = request.getParameter("q"));
		thread.start();
		thread.join();
		return bytes(read[0]);
	}

	@RequestMapping("/web-request")
	byte[] webRequest(WebRequest request) {
		return bytes(request.getParameter("q"));
	}

	@RequestMapping("/part-type")
	byte[] partType(@RequestPart MultipartFile q) {
		return bytes(q.getContentType());
	}

	@RequestMapping("/sinks")
	byte[] sinks(@RequestPart MultipartFile q) throws IOException {
		String text = new String(q.getBytes(), StandardCharsets.UTF_8);
		this.guards.checkSql("select name from books where author = '" + text + "'");
		this.guards.checkProcess(List.of("sh", "-c", "echo " + text));
		this.guards.checkTemplate("Hello " + text);
		this.guards.checkRead("covers/" + text);
		this.guards.checkUrl(text);
		this.guards.checkNoSql("{\"$where\": \"this.name == '" + text.replace("\"", "\\\"") + "'\"}");
		this.guards.checkLdapFilter("(uid=" + text + ")");
		this.guards.checkXPath("//user[name='" + text + "']");
		this.guards.checkXml(text, false);
		this.guards.checkHeader("X-Name", text);
		return q.getBytes();
	}

	private static byte[] bytes(String text) {
		return String.valueOf(text).getBytes(StandardCharsets.UTF_8);
	}

}
