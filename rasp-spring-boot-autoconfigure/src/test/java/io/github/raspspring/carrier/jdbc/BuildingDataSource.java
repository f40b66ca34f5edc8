package io.github.raspspring.carrier.jdbc;

import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.ShardingKey;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Builds connections as JDBC 4.3 has it.
 */
class BuildingDataSource extends DelegatingDataSource {

	BuildingDataSource(DataSource target) {
		super(target);
	}

	@Override
	public ConnectionBuilder createConnectionBuilder() {
		return new Builder(this);
	}

	/**
	 * Knows no users and no shards.
	 */
	private record Builder(BuildingDataSource dataSource) implements ConnectionBuilder {

		@Override
		public ConnectionBuilder user(String username) {
			return this;
		}

		@Override
		public ConnectionBuilder password(String password) {
			return this;
		}

		@Override
		public ConnectionBuilder shardingKey(ShardingKey shardingKey) {
			return this;
		}

		@Override
		public ConnectionBuilder superShardingKey(ShardingKey superShardingKey) {
			return this;
		}

		@Override
		public Connection build() throws SQLException {
			DataSource target = this.dataSource.getTargetDataSource();
			return (target != null) ? target.unwrap(com.zaxxer.hikari.HikariDataSource.class).getConnection() : null;
		}

	}

}
