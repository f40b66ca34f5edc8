package io.github.raspspring.demo.covers;

import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CoverClientConfiguration {

	@Bean
	ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> coverMirrorCustomizer(
			CoverMirror mirror) {
		return (builder) -> builder.withHttpClientCustomizer((client) -> client.proxy(mirror));
	}

}
