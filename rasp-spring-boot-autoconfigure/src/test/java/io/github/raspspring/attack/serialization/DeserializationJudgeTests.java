package io.github.raspspring.attack.serialization;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.carrier.RaspGuards;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.sink.SinkRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link DeserializationJudge}: limits, lists, and as a filter of the JVM.
 */
class DeserializationJudgeTests {

	private static final ClassPolicy LISTED = new ClassPolicy(
			new ClassPatterns(List.of("java.util.*", "com.shop.**", "com.zaxxer.hikari.HikariConfig")),
			ClassPatterns.NONE, 4, 100, 50, 1000);

	private final DeserializationJudge judge = new DeserializationJudge(LISTED);

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK, this.judge);

	@ParameterizedTest
	@CsvSource({ "4,100,50,1000,true", "5,1,-1,1,false", "1,101,-1,1,false", "1,1,51,1,false", "1,1,-1,1001,false" })
	void judgeWhenSizeThenWithinLimits(long depth, long references, long array, long bytes, boolean safe) {
		DeserializationCall call = new DeserializationCall("test", "com.shop.Order", DeserializationCall.Format.STREAM,
				false, new SerialSize(depth, references, array, bytes));
		assertThat(this.judge.judge(call, this.requests.inputs("x")) == null).isEqualTo(safe);
		assertThat(this.judge.refused(call) == null).isEqualTo(safe);
	}

	@ParameterizedTest
	@CsvSource({ "com.shop.Order,true", "com.shop.a.b.Order,true", "java.util.ArrayList,true", "java.lang.String,true",
			"circle,true", "com.zaxxer.hikari.HikariConfig,true", "com.shopping.Order,false",
			"java.util.logging.Logger,false", "org.other.Thing,false", "com.zaxxer.hikari.HikariDataSource,false" })
	void judgeWhenClassesAreListedThenOthersAreRefused(String name, boolean safe) {
		DeserializationCall call = DeserializationCall.ofTypeId("test", name, false);
		assertThat(this.judge.judge(call, this.requests.inputs("x")) == null).isEqualTo(safe);
	}

	@Test
	void checkWhenFilterOfStreamThenRefusesAndLetsPass() throws Exception {
		RaspGuards guards = new RaspGuards(this.requests.guard());
		try (InspectionScope.Binding request = this.requests.serve("x")) {
			assertThat(read(new ArrayList<>(List.of("a", "b")), guards)).isEqualTo(List.of("a", "b"));
			assertThatExceptionOfType(InvalidClassException.class)
				.isThrownBy(() -> read(new StringBuffer("a"), guards));
			assertThatExceptionOfType(InvalidClassException.class).isThrownBy(() -> read(new int[60], guards));
		}
		assertThat(read(new StringBuffer("a"), guards)).asString().isEqualTo("a");
	}

	private static Object read(Object value, RaspGuards guards) throws IOException, ClassNotFoundException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
			stream.writeObject(value);
		}
		try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			stream.setObjectInputFilter((info) -> decide(info, guards));
			return stream.readObject();
		}
	}

	private static ObjectInputFilter.Status decide(ObjectInputFilter.FilterInfo info, RaspGuards guards) {
		try {
			guards.checkObject(info, true);
			return ObjectInputFilter.Status.UNDECIDED;
		}
		catch (SinkBlockedException ex) {
			return ObjectInputFilter.Status.REJECTED;
		}
	}

}
