package io.github.raspspring.autoconfigure.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * The DataSource of the events, which is looked up when it is first needed: the
 * application may need the product before.
 */
final class NamedDataSource {

	private static final String PROPERTY = "rasp.events.database.data-source";

	private final String name;

	private final ConfigurableListableBeanFactory beans;

	private NamedDataSource(String name, ConfigurableListableBeanFactory beans) {
		this.name = name;
		this.beans = beans;
	}

	static NamedDataSource of(@Nullable String name, ConfigurableListableBeanFactory beans) {
		List<String> known = List.of(beans.getBeanNamesForType(DataSource.class, true, false));
		if (name != null && !known.contains(name)) {
			throw new InvalidConfigurationPropertyValueException(PROPERTY, name,
					"There is no such DataSource bean; there are " + known + ".");
		}
		List<String> primary = known.stream()
			.filter((candidate) -> beans.containsBeanDefinition(candidate)
					&& beans.getBeanDefinition(candidate).isPrimary())
			.toList();
		List<String> candidates = (primary.size() == 1) ? primary : known;
		if (name == null && candidates.size() != 1) {
			throw new InvalidConfigurationPropertyValueException(PROPERTY, null,
					"Name the DataSource bean that keeps events; there are " + known + ".");
		}
		return new NamedDataSource((name != null) ? name : candidates.get(0), beans);
	}

	Connection connect() throws SQLException {
		return this.beans.getBean(this.name, DataSource.class).getConnection();
	}

}
