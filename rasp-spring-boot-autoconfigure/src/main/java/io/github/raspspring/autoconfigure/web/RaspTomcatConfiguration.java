package io.github.raspspring.autoconfigure.web;

import io.github.raspspring.behavior.answer.AnswerMeasureFilter;
import io.github.raspspring.web.tomcat.HeaderValve;
import org.apache.catalina.startup.Tomcat;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configuration of the edge where the application brings a Tomcat.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ Tomcat.class, ConfigurableTomcatWebServerFactory.class })
class RaspTomcatConfiguration {

	@Bean
	HeaderValve raspHeaderValve() {
		return new HeaderValve();
	}

	@Bean
	AnswerMeasureFilter.Container raspAnswerMeasure(HeaderValve valve) {
		return valve::measure;
	}

	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> raspHeaderValveCustomizer(HeaderValve valve) {
		return (factory) -> factory.addEngineValves(valve);
	}

}
