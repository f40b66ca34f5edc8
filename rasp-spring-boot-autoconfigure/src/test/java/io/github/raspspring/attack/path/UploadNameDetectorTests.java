package io.github.raspspring.attack.path;

import java.util.List;

import io.github.raspspring.attack.Judgement;
import io.github.raspspring.engine.InputLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UploadNameDetectorTests {

	private final Judgement judgement = Judgement
		.by(new UploadNameDetector(new UploadNames(List.of("jsp", " JSPX", "php", "html", "htaccess", "web.config"))))
		.at(InputLocation.MULTIPART, "file.filename");

	@ParameterizedTest
	@ValueSource(strings = { "x.png", "notes.jsp.txt", "a.html.pdf", "jsp", "html", "my jsp notes.txt",
			"web.config.bak", "archive.tar.gz", "x.jspa", "100%.txt", "a.", "", ".", "photo;1.png", "no.extension here",
			"x.htmlx" })
	void detectWhenNameEndsOtherwiseThenPasses(String name) {
		assertThat(this.judgement.of(name)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x.jsp", "x.png.jsp", "X.JsP", "x.jsp.", "x.jsp ", "x.jsp. . ", "x.jsp;.png",
			"x.jsp\0.png", "x.jsp::$DATA", "x.jspx", "a/b/x.php", "..\\x.html", "page.html", ".htaccess",
			"dir/web.config", "x.j\u200Bsp", "x.%6asp", "x.jsp%00.png" })
	void detectWhenNameEndsLikeRefusedOneThenRefuses(String name) {
		assertThat(this.judgement.refuses(name)).isTrue();
	}

	@Test
	void detectWhenValueIsNoFileNameThenPasses() {
		assertThat(this.judgement.at(InputLocation.MULTIPART, "file").of("x.jsp")).isEmpty();
		assertThat(this.judgement.at(InputLocation.FORM, "file.filename").of("x.jsp")).isEmpty();
	}

	@Test
	void detectWhenNothingIsRefusedThenPasses() {
		Judgement lenient = Judgement.by(new UploadNameDetector(new UploadNames(List.of())))
			.at(InputLocation.MULTIPART, "file.filename");
		assertThat(lenient.of("x.jsp")).isEmpty();
	}

}
