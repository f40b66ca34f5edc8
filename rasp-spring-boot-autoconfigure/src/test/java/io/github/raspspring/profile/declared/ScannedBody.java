package io.github.raspspring.profile.declared;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;

import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.document.BoundedValues;
import io.github.raspspring.document.JsonLeaves;
import io.github.raspspring.engine.pipeline.OmittedValues;
import io.github.raspspring.inspect.CanonicalValueReader;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;

/**
 * A body of JSON of which no detector wants to see anything, and its tape.
 */
public final class ScannedBody implements HttpInputMessage {

	private final byte[] bytes;

	private final HttpHeaders headers = new HttpHeaders();

	private final BoundedValues values = new BoundedValues();

	private final OmittedValues omitted;

	public ScannedBody(byte[] bytes) {
		this.bytes = bytes;
		this.headers.setContentLength(bytes.length);
		if (!JsonLeaves.strict().scan(bytes, new CanonicalValueReader(FamilyTraits.reader()).sieve(0), this.values)) {
			throw new IllegalArgumentException("No JSON");
		}
		this.omitted = Objects.requireNonNull(this.values.omitted());
	}

	public BoundedValues values() {
		return this.values;
	}

	public OmittedValues omitted() {
		return this.omitted;
	}

	@Override
	public InputStream getBody() {
		return new ByteArrayInputStream(this.bytes);
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.headers;
	}

}
