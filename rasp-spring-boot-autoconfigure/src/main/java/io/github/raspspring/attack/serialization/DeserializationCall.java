package io.github.raspspring.attack.serialization;

import java.io.ObjectInputFilter.FilterInfo;

import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;

/**
 * An object about to be created from data that names its class.
 *
 * @param operation what reads the data, such as {@code ObjectInputStream} or
 * {@code Jackson}
 * @param argument the name of the class as {@link Class#getName()} returns it or as the
 * data spells it, that of an array included; empty if only the size is asked about
 * @param format how the data names classes
 * @param fromRequest whether the data is known to come from the client, so that it need
 * not occur in the values of the request
 * @param size how much has been read
 */
public record DeserializationCall(String operation, String argument, Format format, boolean fromRequest,
		SerialSize size) implements SinkCall {

	/**
	 * Describe what a filter of the JVM (JEP 290) is asked about.
	 * @param info what the filter got
	 * @param fromRequest whether the stream is known to come from the client
	 * @return the call
	 */
	public static DeserializationCall of(FilterInfo info, boolean fromRequest) {
		Class<?> type = info.serialClass();
		return new DeserializationCall("ObjectInputStream", (type != null) ? type.getName() : "", Format.STREAM,
				fromRequest, SerialSize.of(info));
	}

	/**
	 * Describe an object whose class is named by text, such as a type id of Jackson, a
	 * tag of YAML or an element of {@code XMLDecoder}.
	 * @param operation what reads the text
	 * @param typeId the name of the class
	 * @param fromRequest whether the text is known to come from the client
	 * @return the call
	 */
	public static DeserializationCall ofTypeId(String operation, String typeId, boolean fromRequest) {
		return new DeserializationCall(operation, typeId, Format.TYPE_ID, fromRequest, SerialSize.UNKNOWN);
	}

	@Override
	public SinkKind kind() {
		return SinkKind.DESERIALIZATION;
	}

	/**
	 * How data names classes.
	 */
	public enum Format {

		/** The stream of {@link java.io.ObjectOutputStream}, which names all of them. */
		STREAM,

		/** Text that chooses a class where the declared type leaves it open. */
		TYPE_ID

	}

}
