package io.github.raspspring.attack.http;

import io.github.raspspring.attack.Judgement;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ScannerClientDetector}.
 */
class ScannerClientDetectorTests {

	private final Judgement judgement = Judgement.by(new ScannerClientDetector())
		.at(InputLocation.HEADER, "user-agent");

	@ParameterizedTest
	@ValueSource(strings = { "sqlmap/1.7#stable (https://sqlmap.org)", "Nuclei - Open-source project (x)",
			"Mozilla/5.00 (Nikto/2.5.0) (Evasions:None)", "masscan/1.3", "Mozilla/5.0 zgrab/0.x",
			"Fuzz Faster U Fool ffuf", "WPScan v3.8 (https://wpscan.com)", "DirBuster-1.0-RC1", "Dirbuster/1.0",
			"gobuster/3.5", "Wfuzz/3.1", "feroxbuster/2.10", "Arachni/v1.5", "w3af.org", "Havij", "jaeles v0.17",
			"WhatWeb/0.5.5", "httpx/1.3", "Acunetix-Product", "Mozilla/5.0 Nmap Scripting Engine nmap", "Hydra",
			"OpenVAS", "SKIPFISH", "commix/3.9", "katana" })
	void detectWhenClientNamesScannerThenIsWeak(String agent) {
		assertThat(this.judgement.of(agent)).singleElement().extracting(Finding::confidence).isEqualTo(Confidence.WEAK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "curl/8.4.0", "python-requests/2.31.0", "Go-http-client/2.0", "okhttp/4.12.0",
			"PostmanRuntime/7.36.0", "k6/0.48.0 (https://k6.io/)", "Apache-HttpClient/5.3 (Java/17.0.9)",
			"kube-probe/1.29", "ELB-HealthChecker/2.0", "Mozilla/5.0 (compatible; Googlebot/2.1)", "", "Wget/1.21",
			"Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0", "axios/1.6.5", "node-fetch",
			"Java/17.0.9", "Dalvik/2.1.0", "Prometheus/2.48", "Spring-RestClient", "Apache-JMeter", "Uptime-Kuma/1.23",
			"insomnia/8.5", "vegas-app/1.0", "hydrate/2", "nuclei-physics-app", "aiohttp/3.9", "Slackbot 1.0" })
	void detectWhenClientIsOrdinaryThenPasses(String agent) {
		assertThat(this.judgement.of(agent)).isEmpty();
	}

	@Test
	void detectWhenHeaderBelongsToScannerThenIsWeak() {
		assertThat(this.judgement.at(InputLocation.HEADER, "acunetix-aspect").of("enabled")).singleElement()
			.extracting(Finding::confidence)
			.isEqualTo(Confidence.WEAK);
	}

	@Test
	void detectWhenTextMentionsScannerThenPasses() {
		assertThat(this.judgement.at(InputLocation.JSON, "/comment").of("we ran sqlmap")).isEmpty();
		assertThat(this.judgement.at(InputLocation.HEADER, "referer").of("https://sqlmap.org/")).isEmpty();
	}

}
