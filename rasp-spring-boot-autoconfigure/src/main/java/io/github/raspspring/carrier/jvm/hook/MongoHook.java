package io.github.raspspring.carrier.jvm.hook;

import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.attack.query.NoSqlCall;
import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Filters, pipelines, updates and commands of MongoDB, where its drivers, the reactive
 * one too, make operations of them.
 */
final class MongoHook implements JvmHook {

	private static final String OPERATIONS = "com.mongodb.internal.operation.Operations";

	private static final String FILTER = "Lorg/bson/conversions/Bson;";

	private static final String LIST = "Ljava/util/List;";

	private static final List<String> BY_FILTER = List.of("countDocuments", "find", "findFirst", "findOneAndDelete",
			"findOneAndReplace", "replaceOne", "deleteOne", "deleteMany", "commandRead");

	private static final List<String> BY_LIST = List.of("aggregate", "aggregateToCollection", "bulkWrite");

	private static final List<String> UPDATES = List.of("findOneAndUpdate", "updateOne", "updateMany");

	@Override
	public SinkKind kind() {
		return SinkKind.NOSQL;
	}

	@Override
	public String name() {
		return "the driver of MongoDB";
	}

	@Override
	public List<HookPoint> points() {
		Stream<HookPoint> filters = BY_FILTER.stream()
			.map((method) -> HookPoint.of(OPERATIONS, method, FILTER + "*", 1));
		Stream<HookPoint> lists = BY_LIST.stream().map((method) -> HookPoint.of(OPERATIONS, method, LIST + "*", 1));
		Stream<HookPoint> updates = UPDATES.stream()
			.flatMap((method) -> Stream.of(FILTER, LIST)
				.map((update) -> new HookPoint(OPERATIONS, method, FILTER + update + "*", 1, 2)));
		Stream<HookPoint> others = Stream.of(
				HookPoint.of(OPERATIONS, "find", "Lcom/mongodb/MongoNamespace;" + FILTER + "*", 2),
				HookPoint.of(OPERATIONS, "distinct", "Ljava/lang/String;" + FILTER + "*", 2));
		return Stream.of(filters, lists, updates, others).flatMap((points) -> points).toList();
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		if (first == null) {
			return null;
		}
		String filter = BsonText.of(first);
		return new NoSqlCall("Mongo", (second != null) ? "[" + filter + ", " + BsonText.of(second) + "]" : filter);
	}

}
