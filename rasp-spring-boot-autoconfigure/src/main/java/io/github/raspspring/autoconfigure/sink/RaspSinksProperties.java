package io.github.raspspring.autoconfigure.sink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.raspspring.attack.command.AllowedPrograms;
import io.github.raspspring.attack.path.FileJudge;
import io.github.raspspring.attack.path.WritableFolders;
import io.github.raspspring.attack.serialization.ClassPatterns;
import io.github.raspspring.attack.serialization.ClassPolicy;
import io.github.raspspring.attack.sql.SqlPolicy;
import io.github.raspspring.attack.url.HostPatterns;
import io.github.raspspring.attack.url.OutboundPolicy;
import io.github.raspspring.attack.url.PathPatterns;
import io.github.raspspring.attack.url.ReachableHosts;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.sink.ApplicationLimit;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * How calls are judged right before they are executed.
 *
 * @param enabled Whether calls are judged before execution. Single sinks are switched by
 * rasp.detectors, for example rasp.detectors.sql-sink.enabled.
 * @param selfAttach Whether the JVM is asked for an agent where it was started without
 * one, so that calls which pass no bean of Spring are judged.
 * @param sql What becomes of statements that are a matter of taste.
 * @param process Which programs may be started.
 * @param file Which files input may choose, and which may be written at all.
 * @param http Where requests of the application may go.
 * @param redirect Where clients may be sent.
 * @param forward What input may choose to forward to or include.
 * @param jndi Which directories may be asked.
 * @param deserialization Which objects may be created from data.
 */
@ConfigurationProperties("rasp.sinks")
public record RaspSinksProperties(@DefaultValue("true") boolean enabled, @DefaultValue("false") boolean selfAttach,
		@DefaultValue Sql sql, @DefaultValue Process process, @DefaultValue File file, @DefaultValue Http http,
		@DefaultValue Redirect redirect, @DefaultValue Forward forward, @DefaultValue Jndi jndi,
		@DefaultValue Deserialization deserialization) {

	/**
	 * Return what holds for the application as a whole.
	 * @return a limit for each list that is not empty
	 */
	public List<ApplicationLimit> limits() {
		List<ApplicationLimit> limits = new ArrayList<>(3);
		limit(limits, "process.allowed-programs", this.process.allowedPrograms(), AllowedPrograms::new,
				"Give programs as the application starts them, such as convert or /usr/bin/convert");
		limit(limits, "file.writable-folders", this.file.writableFolders(), WritableFolders::new,
				"Give absolute paths of folders, such as /var/lib/shop");
		limit(limits, "http.reachable-hosts", this.http.reachableHosts(), ReachableHosts::new,
				"Give names or addresses of hosts, such as db.example.com or *.example.com");
		return limits;
	}

	private static void limit(List<ApplicationLimit> limits, String property, List<String> values,
			Function<List<String>, ApplicationLimit> kind, String mend) {
		try {
			if (!values.isEmpty()) {
				limits.add(kind.apply(values));
			}
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException("rasp.sinks." + property, values,
					mend + ": " + ex.getMessage());
		}
	}

	private static HostPatterns patterns(String property, List<String> hosts) {
		try {
			return new HostPatterns(hosts);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException("rasp.sinks." + property, hosts,
					"Give names of hosts such as api.example.com or *.example.com: " + ex.getMessage());
		}
	}

	/**
	 * What becomes of statements that are a matter of taste.
	 *
	 * @param identifiers Strictest mode for input that chooses a name of a statement,
	 * such as the column it is ordered by.
	 * @param unreadable Strictest mode for statements that end within a literal or
	 * comment and contain input.
	 * @param newShapes Strictest mode for statements a route has never run before
	 * although it is known well: second-order and transformed injection.
	 * @param errorWindow How long errors of the database are remembered per client.
	 * @param errorPoints Errors of the database from which a client is strongly suspected
	 * of blind injection: two points for one of syntax, one for one of conversion.
	 */
	public record Sql(@DefaultValue("off") EnforcementMode identifiers,
			@DefaultValue("block") EnforcementMode unreadable, @DefaultValue("monitor") EnforcementMode newShapes,
			@DefaultValue("10m") Duration errorWindow, @DefaultValue("20") int errorPoints) {

		public SqlPolicy policy() {
			return new SqlPolicy(this.identifiers, this.unreadable, this.newShapes);
		}

	}

	/**
	 * Which programs may be started.
	 *
	 * @param allowedPrograms Only programs that the application starts, for requests or
	 * not, named as it starts them, such as convert or /usr/bin/convert; all if empty.
	 * Needs the hooks of the JVM.
	 */
	public record Process(@DefaultValue List<String> allowedPrograms) {

	}

	/**
	 * Which files input may choose, and which may be written at all.
	 *
	 * @param refusedExtensions Extensions, without the dot, that input must not give a
	 * file that is written; those that servers and shells run if not set, none if empty.
	 * @param writableFolders Only folders below which the application creates, changes or
	 * deletes files, for requests or not, as absolute paths; all if empty. Needs the
	 * hooks of the JVM.
	 */
	public record File(@Nullable List<String> refusedExtensions, @DefaultValue List<String> writableFolders) {

		Set<String> extensions() {
			if (this.refusedExtensions == null) {
				return FileJudge.EXECUTABLE_EXTENSIONS;
			}
			return this.refusedExtensions.stream()
				.map((extension) -> extension.strip().toLowerCase(Locale.ROOT))
				.filter((extension) -> !extension.isEmpty())
				.collect(Collectors.toUnmodifiableSet());
		}

	}

	/**
	 * Where requests of the application may go when input takes part in the choice.
	 *
	 * @param allowedHosts Hosts that input may choose whatever address they have, such as
	 * api.example.com or *.example.com.
	 * @param deniedHosts Hosts that are never called while a request is served.
	 * @param publicHosts Whether input may choose any host that has a public address.
	 * @param connectionFilter Whether the clients of Spring Boot that can filter
	 * addresses (Apache HttpComponents, Jetty, Reactor Netty) judge them at the time of
	 * connection.
	 * @param reachableHosts Only hosts that the application resolves or connects to, for
	 * requests or not, such as db.example.com, 10.0.0.7 or *.example.com; all if empty.
	 * Needs the hooks of the JVM.
	 */
	public record Http(@DefaultValue List<String> allowedHosts, @DefaultValue List<String> deniedHosts,
			@DefaultValue("true") boolean publicHosts, @DefaultValue("true") boolean connectionFilter,
			@DefaultValue List<String> reachableHosts) {

		public OutboundPolicy policy() {
			return new OutboundPolicy(patterns("http.allowed-hosts", this.allowedHosts),
					patterns("http.denied-hosts", this.deniedHosts), this.publicHosts);
		}

	}

	/**
	 * Where clients may be sent when input takes part in the choice.
	 *
	 * @param allowedHosts Hosts that input may choose as the target of a redirect, such
	 * as pay.example.com or *.example.com. The host of the request is always allowed.
	 */
	public record Redirect(@DefaultValue List<String> allowedHosts) {

		HostPatterns hosts() {
			return patterns("redirect.allowed-hosts", this.allowedHosts);
		}

	}

	/**
	 * What input may choose to forward to or include.
	 *
	 * @param allowedPaths Paths of the application that input may choose to forward to or
	 * include, such as /help or /help/**.
	 */
	public record Forward(@DefaultValue List<String> allowedPaths) {

		PathPatterns paths() {
			try {
				return new PathPatterns(this.allowedPaths);
			}
			catch (IllegalArgumentException ex) {
				throw new InvalidConfigurationPropertyValueException("rasp.sinks.forward.allowed-paths",
						this.allowedPaths, "Give paths such as /help or /help/**: " + ex.getMessage());
			}
		}

	}

	/**
	 * Which directories may be asked by JNDI while a request is served.
	 *
	 * @param allowedHosts Hosts of directories that may be asked, such as
	 * ldap.example.com; lookups elsewhere than in java: are reported.
	 */
	public record Jndi(@DefaultValue List<String> allowedHosts) {

		HostPatterns hosts() {
			return patterns("jndi.allowed-hosts", this.allowedHosts);
		}

	}

	/**
	 * Which objects may be created from data that names their classes.
	 *
	 * @param allowed Only classes that may be created while a request is served, such as
	 * com.shop.Order, com.shop.* or com.shop.**; all but denied ones if empty.
	 * @param denied Classes that are never created while a request is served, besides
	 * those known to run code.
	 * @param maxDepth Deepest nesting of objects in a stream.
	 * @param maxReferences Most objects of a stream.
	 * @param maxArrayLength Most elements of an array in a stream.
	 * @param maxSize Most bytes of a stream.
	 * @param serialFilter Whether streams are judged by the serial filter of the JVM. Has
	 * no effect where the application has set a filter of its own.
	 */
	public record Deserialization(@DefaultValue List<String> allowed, @DefaultValue List<String> denied,
			@DefaultValue("64") int maxDepth, @DefaultValue("1000000") int maxReferences,
			@DefaultValue("1000000") int maxArrayLength, @DefaultValue("64MB") DataSize maxSize,
			@DefaultValue("true") boolean serialFilter) {

		public ClassPolicy policy() {
			return new ClassPolicy(patterns("allowed", this.allowed), patterns("denied", this.denied), this.maxDepth,
					this.maxReferences, this.maxArrayLength, this.maxSize.toBytes());
		}

		private static ClassPatterns patterns(String property, List<String> classes) {
			try {
				return new ClassPatterns(classes);
			}
			catch (IllegalArgumentException ex) {
				throw new InvalidConfigurationPropertyValueException("rasp.sinks.deserialization." + property, classes,
						"Give names of classes or packages such as com.shop.** instead: " + ex.getMessage());
			}
		}

	}

}
