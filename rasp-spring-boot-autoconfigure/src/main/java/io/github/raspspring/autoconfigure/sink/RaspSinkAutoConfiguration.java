package io.github.raspspring.autoconfigure.sink;

import java.time.Clock;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.raspspring.attack.command.ProcessJudge;
import io.github.raspspring.attack.expression.ExpressionJudge;
import io.github.raspspring.attack.gadget.CallPathJudge;
import io.github.raspspring.attack.http.HeaderJudge;
import io.github.raspspring.attack.lookup.JndiJudge;
import io.github.raspspring.attack.path.FileJudge;
import io.github.raspspring.attack.query.LdapJudge;
import io.github.raspspring.attack.query.NoSqlJudge;
import io.github.raspspring.attack.query.XPathJudge;
import io.github.raspspring.attack.serialization.DeserializationJudge;
import io.github.raspspring.attack.sql.SqlErrors;
import io.github.raspspring.attack.sql.SqlJudge;
import io.github.raspspring.attack.url.ForwardJudge;
import io.github.raspspring.attack.url.RedirectJudge;
import io.github.raspspring.attack.url.UrlJudge;
import io.github.raspspring.attack.xml.XmlJudge;
import io.github.raspspring.autoconfigure.EventReferences;
import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.autoconfigure.RaspProperties;
import io.github.raspspring.carrier.RaspGuards;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.event.CallObserver;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.sink.ApplicationGuard;
import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinksSection;
import io.github.raspspring.web.answer.RefusedCallException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of the judgement right before execution.
 */
@AutoConfiguration(after = RaspAutoConfiguration.class)
@ConditionalOnBean(InspectionPipeline.class)
@ConditionalOnBooleanProperty(name = "rasp.sinks.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RaspSinksProperties.class)
public final class RaspSinkAutoConfiguration {

	@Bean
	SinkGuard raspSinkGuard(InspectionScope scope, ValueReader valueReader, FindingReporter reporter,
			SecurityEventPublisher publisher, ObjectProvider<SinkJudge<?>> judges,
			ObjectProvider<CallObserver> observers) {
		return new SinkGuard(scope, valueReader, reporter, publisher, EventReferences::next, Clock.systemUTC(),
				judges.orderedStream().toList(), RefusedCallException::new,
				observers.getIfAvailable(() -> CallObserver.NONE));
	}

	@Bean
	ApplicationGuard raspApplicationGuard(InspectionScope scope, FindingReporter reporter,
			SecurityEventPublisher publisher, RaspSinksProperties properties, RaspProperties application) {
		return new ApplicationGuard(scope, reporter, publisher, EventReferences::next, Clock.systemUTC(),
				application.policy(), RefusedCallException::new, properties.limits());
	}

	@Bean
	SqlJudge raspSqlJudge(RaspSinksProperties properties) {
		return new SqlJudge(properties.sql().policy());
	}

	@Bean
	SqlErrors raspSqlErrors(InspectionScope scope, FindingReporter reporter, RaspSinksProperties properties) {
		return new SqlErrors(scope, reporter, properties.sql().errorWindow(), properties.sql().errorPoints(),
				Ticker.systemTicker());
	}

	@Bean
	UrlJudge raspUrlJudge(RaspSinksProperties properties) {
		return new UrlJudge(properties.http().policy());
	}

	@Bean
	ProcessJudge raspProcessJudge(RaspSinksProperties properties) {
		return new ProcessJudge(properties.http().policy());
	}

	@Bean
	ExpressionJudge raspExpressionJudge() {
		return new ExpressionJudge();
	}

	@Bean
	LdapJudge raspLdapJudge() {
		return new LdapJudge();
	}

	@Bean
	XPathJudge raspXPathJudge() {
		return new XPathJudge();
	}

	@Bean
	FileJudge raspFileJudge(RaspSinksProperties properties) {
		return new FileJudge(properties.file().extensions());
	}

	@Bean
	DeserializationJudge raspDeserializationJudge(RaspSinksProperties properties) {
		return new DeserializationJudge(properties.deserialization().policy());
	}

	@Bean
	JndiJudge raspJndiJudge(RaspSinksProperties properties) {
		return new JndiJudge(properties.jndi().hosts());
	}

	@Bean
	CallPathJudge raspCallPathJudge() {
		return new CallPathJudge();
	}

	@Bean
	XmlJudge raspXmlJudge() {
		return new XmlJudge();
	}

	@Bean
	NoSqlJudge raspNoSqlJudge() {
		return new NoSqlJudge();
	}

	@Bean
	RedirectJudge raspRedirectJudge(RaspSinksProperties properties) {
		return new RedirectJudge(properties.redirect().hosts());
	}

	@Bean
	ForwardJudge raspForwardJudge(RaspSinksProperties properties) {
		return new ForwardJudge(properties.forward().paths());
	}

	@Bean
	HeaderJudge raspHeaderJudge() {
		return new HeaderJudge();
	}

	@Bean
	RaspGuards raspGuards(SinkGuard guard) {
		return new RaspGuards(guard);
	}

	@Bean
	@Order(4)
	SinksSection raspSinksSection(ObjectProvider<SinkCarrier> carriers) {
		return new SinksSection(() -> carriers.orderedStream().toList());
	}

}
