package io.github.raspspring.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.pipeline.ResponseHeaders;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.event.ThreatDetected;
import io.github.raspspring.ratelimit.RateLimitKeyResolver;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Brings something for each place where an application may have a say, and lets one of
 * them fail at a time.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ FaultyApplication.Faults.class, FaultyApplication.Pages.class, FaultyApplication.FaultyDetector.class,
		FaultyApplication.Listeners.class })
class FaultyApplication {

	@Bean
	SecurityFilterChain openToAll(HttpSecurity http) {
		return http.csrf(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@Bean
	ClientResolver clients(Faults faults) {
		return (request) -> {
			faults.at(Place.CLIENT);
			return (faults.place == Place.NO_CLIENT) ? null : new ClientIdentity("192.0.2.1");
		};
	}

	@Bean
	SubjectResolver subjects(Faults faults) {
		return (HttpServletRequest request) -> {
			faults.at(Place.SUBJECT);
			return null;
		};
	}

	@Bean
	ResponseHeaders headers(Faults faults) {
		return new ResponseHeaders() {

			@Override
			public void contribute(Inspection inspection, BiConsumer<String, String> headers) {
				faults.at(Place.HEADERS);
				headers.accept("X-Own", "yes");
			}

			@Override
			public boolean areLate() {
				return true;
			}

		};
	}

	@Bean
	RateLimitKeyResolver key(Faults faults) {
		return new Key(faults);
	}

	@Bean
	Filter filter(Faults faults) {
		return FilteredApplication.once((request, response, chain) -> {
			faults.at(Place.FILTER);
			chain.doFilter(request, response);
		});
	}

	@Bean
	InspectionListener completion(Faults faults) {
		return (inspection, outcome) -> faults.at(Place.COMPLETION);
	}

	@Bean
	InspectionListener immediateCompletion(Faults faults) {
		return new Immediate(faults);
	}

	/**
	 * Where something is brought that may fail.
	 */
	enum Place {

		NONE, HANDLER, FILTER, KEY, CLIENT, NO_CLIENT, SUBJECT, HEADERS, DETECTOR, DETECTOR_NAME, COMPLETION,
		IMMEDIATE_COMPLETION, LISTENER, LISTENER_OF_THREATS

	}

	static final class Faults {

		private final List<DetectorFailed> reported = new CopyOnWriteArrayList<>();

		private volatile Place place = Place.NONE;

		private volatile @Nullable Supplier<Throwable> failure;

		void set(Place place, Supplier<Throwable> failure) {
			this.reported.clear();
			this.failure = failure;
			this.place = place;
		}

		void at(Place here) {
			if (this.place == here) {
				throwAny(this.failure.get());
			}
		}

		List<String> sources() {
			return this.reported.stream().map(DetectorFailed::source).toList();
		}

		@SuppressWarnings("unchecked")
		private static <T extends Throwable> void throwAny(Throwable failure) throws T {
			throw (T) failure;
		}

	}

	record Immediate(Faults faults) implements InspectionListener {

		@Override
		public void completed(Inspection inspection, Outcome outcome) {
			this.faults.at(Place.IMMEDIATE_COMPLETION);
		}

		@Override
		public boolean isImmediate() {
			return true;
		}

	}

	record Key(Faults faults) implements RateLimitKeyResolver {

		@Override
		public String name() {
			return "own";
		}

		@Override
		public Phase phase() {
			return Phase.REQUEST;
		}

		@Override
		public String resolve(Inspection inspection) {
			this.faults.at(Place.KEY);
			return "all";
		}

	}

	record FaultyDetector(Faults faults) implements Detector {

		@Override
		public String name() {
			this.faults.at(Place.DETECTOR_NAME);
			return "faulty";
		}

		@Override
		public Category category() {
			return Category.PROTOCOL;
		}

		@Override
		public Phase phase() {
			return Phase.REQUEST;
		}

		@Override
		public void detect(Inspection inspection, Findings findings) {
			this.faults.at(Place.DETECTOR);
			this.faults.at(Place.DETECTOR_NAME);
		}

	}

	record Listeners(Faults faults) {

		@EventListener
		void reported(DetectorFailed event) {
			this.faults.reported.add(event);
		}

		@EventListener
		void any(SecurityEvent event) {
			if (!(event instanceof DetectorFailed)) {
				this.faults.at(Place.LISTENER);
			}
		}

		@EventListener
		void threat(ThreatDetected event) {
			this.faults.at(Place.LISTENER_OF_THREATS);
		}

	}

	@RestController
	static class Pages {

		private final Faults faults;

		Pages(Faults faults) {
			this.faults = faults;
		}

		@GetMapping("/search")
		String search(@RequestParam String q) {
			this.faults.at(Place.HANDLER);
			return "found " + q;
		}

	}

}
