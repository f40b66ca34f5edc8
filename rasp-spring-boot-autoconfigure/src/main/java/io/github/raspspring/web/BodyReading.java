package io.github.raspspring.web;

import java.io.IOException;
import java.io.InputStream;
import java.lang.StackWalker.Option;

import io.github.raspspring.web.BodyArguments.Argument;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.servlet.function.RouterFunctions;

/**
 * How one body is judged: as a whole, or as it arrives.
 */
final class BodyReading {

	/** Of a body that calls itself binary, or is of long parts, as much is waited for. */
	private static final int BUFFER = 8192;

	private static final StackWalker READERS = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

	/** Wrappers of the body stand between its reader and the request. */
	private static final int DEPTH = 40;

	private final RequestReading reading;

	private final HttpServletRequest request;

	private final BodyInspector bodies;

	private final @Nullable String contentType;

	private final BodyKind kind;

	private boolean asText;

	private Argument argument = Argument.UNKNOWN;

	BodyReading(RequestReading reading, HttpServletRequest request, BodyInspector bodies) {
		this.reading = reading;
		this.request = request;
		this.bodies = bodies;
		this.contentType = request.getContentType();
		this.kind = BodyKind.of(this.contentType);
	}

	void readAsText() {
		this.asText = true;
	}

	/**
	 * Return whether to wait for the end: whoever reads does so anyway, or the client has
	 * told how much it will send, or what it sends means nothing in pieces.
	 */
	boolean waitsForAll() {
		if (argument().isRead()) {
			return true;
		}
		return switch (this.kind) {
			case GRAPHQL -> true;
			case BINARY -> false;
			default ->
				this.request.getContentLengthLong() >= 0 && !BodyKind.isStream(this.contentType) && !isLargeMultipart();
		};
	}

	/**
	 * What stands behind a file must not go unseen because the file is long.
	 */
	private boolean isLargeMultipart() {
		return this.kind == BodyKind.MULTIPART
				&& this.request.getContentLengthLong() > this.bodies.maxBodySize(this.reading.exchange());
	}

	int limit() {
		int most = this.bodies.maxBodySize(this.reading.exchange());
		boolean inPieces = this.kind == BodyKind.BINARY || isLargeMultipart();
		return (inPieces && !waitsForAll()) ? Math.min(BUFFER, most) : most;
	}

	/**
	 * Return whether so many bytes are all there will be, or all that is judged.
	 */
	boolean isAll(int length) {
		return length == this.request.getContentLengthLong()
				|| length >= this.bodies.maxBodySize(this.reading.exchange());
	}

	byte[] whole(InputStream body) throws IOException {
		boolean text = this.asText || argument() == Argument.TEXT;
		long announced = this.request.getContentLengthLong();
		return this.reading
			.judgeWhole((exchange) -> this.bodies.inspect(exchange, this.contentType, body, announced, text));
	}

	BodyArrivals arrivals() {
		this.bodies.exceedsRoute(this.reading.exchange(), this.request.getContentLengthLong());
		return new BodyArrivals(this.bodies, this.reading.exchange(), this.contentType, this.asText);
	}

	void judge(RequestReading.Step step) throws IOException {
		this.reading.judge(step);
	}

	void leaveIfRefused() {
		this.reading.leaveIfRefused();
	}

	/**
	 * The handler may become known while somebody reads already.
	 */
	private Argument argument() {
		if (this.argument == Argument.UNKNOWN) {
			this.argument = this.bodies.arguments().of(this.request);
			if (this.argument == Argument.UNKNOWN && this.kind == BodyKind.BINARY && isConvertedToText()) {
				this.argument = Argument.TEXT;
			}
		}
		return this.argument;
	}

	/**
	 * A functional route tells nobody what it makes of a body before it reads it: the
	 * converter that reads it now tells.
	 */
	private boolean isConvertedToText() {
		return this.request.getAttribute(RouterFunctions.REQUEST_ATTRIBUTE) != null
				&& READERS.walk((frames) -> frames.limit(DEPTH)
					.anyMatch((frame) -> StringHttpMessageConverter.class.isAssignableFrom(frame.getDeclaringClass())));
	}

}
