package io.github.raspspring.demo.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SettingsController {

	/** Limits the size only, and is the only filter that is asked. */
	private static final ObjectInputFilter LIMITS = ObjectInputFilter.Config.createFilter("maxdepth=20;maxbytes=65536");

	/**
	 * VULNERABLE on purpose (CWE-502): the caller chooses the classes of what is read.
	 */
	@PostMapping(path = "/api/settings/import", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
	ImportedSettings read(@RequestBody byte[] body) throws IOException, ClassNotFoundException {
		try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(body))) {
			stream.setObjectInputFilter(LIMITS);
			return new ImportedSettings(String.valueOf(stream.readObject()));
		}
	}

	@ExceptionHandler({ IOException.class, ClassNotFoundException.class })
	ProblemDetail noSettings() {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "These are no settings.");
	}

}
