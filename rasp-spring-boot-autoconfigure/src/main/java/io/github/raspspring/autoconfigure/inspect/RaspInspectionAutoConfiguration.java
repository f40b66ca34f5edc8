package io.github.raspspring.autoconfigure.inspect;

import io.github.raspspring.attack.command.CommandInjectionDetector;
import io.github.raspspring.attack.expression.ExpressionInjectionDetector;
import io.github.raspspring.attack.http.GraphQlLimitsDetector;
import io.github.raspspring.attack.http.HeaderInjectionDetector;
import io.github.raspspring.attack.http.LogForgingDetector;
import io.github.raspspring.attack.http.ProtocolDetector;
import io.github.raspspring.attack.http.ScannerClientDetector;
import io.github.raspspring.attack.lookup.JndiInjectionDetector;
import io.github.raspspring.attack.markup.CrossSiteScriptingDetector;
import io.github.raspspring.attack.markup.ServerSideIncludeDetector;
import io.github.raspspring.attack.path.PathTraversalDetector;
import io.github.raspspring.attack.path.UploadNameDetector;
import io.github.raspspring.attack.query.LdapInjectionDetector;
import io.github.raspspring.attack.query.NoSqlInjectionDetector;
import io.github.raspspring.attack.query.XPathInjectionDetector;
import io.github.raspspring.attack.serialization.ClassAccessDetector;
import io.github.raspspring.attack.serialization.DeserializationDetector;
import io.github.raspspring.attack.sql.SqlInjectionDetector;
import io.github.raspspring.attack.url.ForwardDetector;
import io.github.raspspring.attack.url.ServerSideRequestForgeryDetector;
import io.github.raspspring.attack.xml.XmlExternalEntityDetector;
import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.autoconfigure.sink.RaspSinksProperties;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the detectors that judge the values of a request. A bean of the
 * same type replaces a detector, {@code rasp.detectors.<name>.enabled=false} removes it.
 */
@AutoConfiguration(before = RaspAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = { "rasp.enabled", "rasp.inspection.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties({ RaspGraphQlLimitsProperties.class, RaspXmlExternalEntityProperties.class,
		RaspUploadNameProperties.class, RaspSinksProperties.class })
public final class RaspInspectionAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SqlInjectionDetector raspSqlInjectionDetector() {
		return new SqlInjectionDetector();
	}

	@Bean
	@ConditionalOnMissingBean
	CommandInjectionDetector raspCommandInjectionDetector() {
		return new CommandInjectionDetector();
	}

	@Bean
	@ConditionalOnMissingBean
	ExpressionInjectionDetector raspExpressionInjectionDetector() {
		return new ExpressionInjectionDetector();
	}

	@Bean
	@ConditionalOnMissingBean
	CrossSiteScriptingDetector raspCrossSiteScriptingDetector() {
		return new CrossSiteScriptingDetector();
	}

	@Bean
	@ConditionalOnMissingBean
	PathTraversalDetector raspPathTraversalDetector() {
		return new PathTraversalDetector();
	}

	@Bean
	@ConditionalOnMissingBean
	ServerSideRequestForgeryDetector raspServerSideRequestForgeryDetector(RaspSinksProperties sinks) {
		return new ServerSideRequestForgeryDetector(sinks.http().policy().allowedHosts()::match);
	}

	@Bean
	@ConditionalOnMissingBean
	JndiInjectionDetector raspJndiInjectionDetector() {
		return new JndiInjectionDetector();
	}

	@Bean
	@ConditionalOnMissingBean
	ServerSideIncludeDetector raspServerSideIncludeDetector() {
		return new ServerSideIncludeDetector();
	}

	@Bean
	@ConditionalOnMissingBean
	NoSqlInjectionDetector raspNoSqlInjectionDetector() {
		return new NoSqlInjectionDetector();
	}

	@Bean
	@ConditionalOnMissingBean
	LdapInjectionDetector raspLdapInjectionDetector() {
		return new LdapInjectionDetector();
	}

	@Bean
	@ConditionalOnMissingBean
	XPathInjectionDetector raspXPathInjectionDetector() {
		return new XPathInjectionDetector();
	}

	@Bean
	@ConditionalOnMissingBean
	XmlExternalEntityDetector raspXmlExternalEntityDetector(RaspXmlExternalEntityProperties properties) {
		return new XmlExternalEntityDetector(properties.types());
	}

	@Bean
	@ConditionalOnMissingBean
	DeserializationDetector raspDeserializationDetector() {
		return new DeserializationDetector();
	}

	@Bean
	@ConditionalOnMissingBean
	HeaderInjectionDetector raspHeaderInjectionDetector() {
		return new HeaderInjectionDetector();
	}

	@Bean
	@ConditionalOnMissingBean
	ClassAccessDetector raspClassAccessDetector() {
		return new ClassAccessDetector();
	}

	@Bean
	@ConditionalOnMissingBean
	ScannerClientDetector raspScannerClientDetector() {
		return new ScannerClientDetector();
	}

	@Bean
	@ConditionalOnMissingBean
	ProtocolDetector raspProtocolDetector() {
		return new ProtocolDetector();
	}

	@Bean
	@ConditionalOnMissingBean
	GraphQlLimitsDetector raspGraphQlLimitsDetector(RaspGraphQlLimitsProperties properties) {
		String authority = properties.introspectionAuthority();
		return (authority == null) ? new GraphQlLimitsDetector(properties.limits())
				: new GraphQlLimitsDetector(properties.limits(),
						CallerAuthority.of("rasp.detectors.graphql-limits.introspection-authority", authority));
	}

	@Bean
	@ConditionalOnMissingBean
	ForwardDetector raspForwardDetector() {
		return new ForwardDetector();
	}

	@Bean
	@ConditionalOnMissingBean
	UploadNameDetector raspUploadNameDetector(RaspUploadNameProperties properties) {
		return new UploadNameDetector(properties.names());
	}

	@Bean
	@ConditionalOnMissingBean
	LogForgingDetector raspLogForgingDetector() {
		return new LogForgingDetector();
	}

}
