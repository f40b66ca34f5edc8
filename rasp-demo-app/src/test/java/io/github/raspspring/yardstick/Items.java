package io.github.raspspring.yardstick;

import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * A table of a thousand rows.
 */
@Repository
class Items {

	private final JdbcTemplate database;

	Items(JdbcTemplate database) {
		this.database = database;
		database.execute("create table items(id int primary key, name varchar(100), price decimal(10,2))");
		database.execute("insert into items select x, 'item' || x, x * 1.25 from system_range(1, 1000)");
	}

	Map<String, Object> find(int id, String name) {
		return this.database.queryForMap("select id, name, price from items where id = ? and name <> ?", id, name);
	}

}
