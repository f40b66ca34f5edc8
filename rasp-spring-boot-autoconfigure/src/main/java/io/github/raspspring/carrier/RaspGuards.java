package io.github.raspspring.carrier;

import java.io.ObjectInputFilter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import io.github.raspspring.attack.command.ProcessCall;
import io.github.raspspring.attack.http.HeaderCall;
import io.github.raspspring.attack.lookup.JndiCall;
import io.github.raspspring.attack.path.FileCall;
import io.github.raspspring.attack.query.NoSqlCall;
import io.github.raspspring.attack.serialization.DeserializationCall;
import io.github.raspspring.attack.sql.SqlCall;
import io.github.raspspring.attack.sql.SqlDialect;
import io.github.raspspring.attack.url.ForwardCall;
import io.github.raspspring.attack.url.RedirectCall;
import io.github.raspspring.attack.url.UrlCall;
import io.github.raspspring.attack.xml.XmlCall;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.TextCall;
import io.github.raspspring.sink.TextCall.Language;

/**
 * Explicit checks for code of the application that nothing carries to the guard. Call one
 * right before the execution it is about. Each does nothing where there is no request,
 * and throws {@link SinkBlockedException} where the policy refuses. Thread-safe.
 */
public final class RaspGuards implements SinkCarrier {

	private static final Supplier<SqlDialect> UNKNOWN = () -> SqlDialect.ANY;

	private final SinkGuard guard;

	/**
	 * Create the checks.
	 * @param guard judges the calls
	 */
	public RaspGuards(SinkGuard guard) {
		this.guard = guard;
	}

	/**
	 * Check a file before it is read.
	 * @param path the path, as it was put together and before it is normalized
	 */
	public void checkRead(String path) {
		this.guard.check(new FileCall("read", path, false));
	}

	/**
	 * Check a file before it is created or changed.
	 * @param path the path, as it was put together and before it is normalized
	 */
	public void checkWrite(String path) {
		this.guard.check(new FileCall("write", path, true));
	}

	/**
	 * Check an entry of an archive before it is extracted.
	 * @param folder where the archive is extracted to
	 * @param entry the name of the entry
	 */
	public void checkArchiveEntry(Path folder, String entry) {
		String base = isRooted(entry) ? "" : folder + "/";
		this.guard.check(new FileCall("extract", base + entry, base.length(), true));
	}

	/**
	 * Check a process before it starts.
	 * @param command the program and its arguments
	 */
	public void checkProcess(List<String> command) {
		this.guard.check(new ProcessCall("start", command));
	}

	/**
	 * Check a URL before it is opened. The host is resolved if input has chosen it.
	 * @param url the URL
	 */
	public void checkUrl(String url) {
		this.guard.check(UrlCall.resolvedByJvm("open", url));
	}

	/**
	 * Check a statement that does not run through a {@code DataSource} bean.
	 * @param sql the statement
	 */
	public void checkSql(String sql) {
		this.guard.check(new SqlCall("execute", sql, UNKNOWN));
	}

	/**
	 * Check an expression or script before it is evaluated.
	 * @param expression the text
	 */
	public void checkExpression(String expression) {
		this.guard.check(new TextCall(Language.EXPRESSION, expression));
	}

	/**
	 * Check the text of a template before it is compiled.
	 * @param template the text
	 */
	public void checkTemplate(String template) {
		this.guard.check(new TextCall(Language.TEMPLATE, template));
	}

	/**
	 * Check a filter before a directory is searched.
	 * @param filter the filter
	 */
	public void checkLdapFilter(String filter) {
		this.guard.check(new TextCall(Language.LDAP_FILTER, filter));
	}

	/**
	 * Check a name before an entry of a directory is looked up.
	 * @param name the distinguished name
	 */
	public void checkLdapName(String name) {
		this.guard.check(new TextCall(Language.LDAP_NAME, name));
	}

	/**
	 * Check an XPath before it is evaluated.
	 * @param xpath the expression
	 */
	public void checkXPath(String xpath) {
		this.guard.check(new TextCall(Language.XPATH, xpath));
	}

	/**
	 * Check the class of an object before it is created from text that names it.
	 * @param typeId the name of the class
	 * @param fromRequest whether the text was sent by the client
	 */
	public void checkType(String typeId, boolean fromRequest) {
		this.guard.check(DeserializationCall.ofTypeId("read", typeId, fromRequest));
	}

	/**
	 * Check an object before it is read from a stream; the body of an
	 * {@link java.io.ObjectInputFilter}.
	 * @param info what the filter is asked about
	 * @param fromRequest whether the stream was sent by the client
	 */
	public void checkObject(ObjectInputFilter.FilterInfo info, boolean fromRequest) {
		this.guard.check(DeserializationCall.of(info, fromRequest));
	}

	/**
	 * Check a redirect before it is sent.
	 * @param location where the client is sent to, a path or URL
	 */
	public void checkRedirect(String location) {
		this.guard.check(new RedirectCall("redirect", location));
	}

	/**
	 * Check a path of the application before it is forwarded to or included.
	 * @param path the path, as it was put together
	 */
	public void checkForward(String path) {
		this.guard.check(new ForwardCall("forward", path, ForwardCall.Target.PATH));
	}

	/**
	 * Check the name of a view or template before it is resolved.
	 * @param name the name, as it was put together
	 */
	public void checkView(String name) {
		this.guard.check(new ForwardCall("view", name, ForwardCall.Target.VIEW));
	}

	/**
	 * Check a header before it is added to the response.
	 * @param name its name
	 * @param value its value
	 */
	public void checkHeader(String name, String value) {
		this.guard.check(new HeaderCall(name, value));
	}

	/**
	 * Check a name before it is looked up by JNDI.
	 * @param name the name or URL
	 */
	public void checkLookup(String name) {
		this.guard.check(new JndiCall("lookup", name));
	}

	/**
	 * Check a document before it is handed to a parser that resolves entities.
	 * @param document its text, or its beginning up to the first element
	 * @param fromRequest whether it was sent by the client
	 */
	public void checkXml(String document, boolean fromRequest) {
		this.guard.check(XmlCall.ofDocument(document, fromRequest));
	}

	/**
	 * Check an address before an XML parser reads it; the body of an entity resolver.
	 * @param systemId the address as the document gives it
	 * @param fromRequest whether the document was sent by the client
	 */
	public void checkXmlEntity(String systemId, boolean fromRequest) {
		this.guard.check(XmlCall.ofExternal("resolve", systemId, fromRequest));
	}

	/**
	 * Check a filter or pipeline before a document database gets it.
	 * @param json the filter as JSON
	 */
	public void checkNoSql(String json) {
		this.guard.check(new NoSqlCall("find", json));
	}

	@Override
	public List<SinkCoverage> coverage() {
		return List.of();
	}

	@Override
	public String advice() {
		return "Call RaspGuards where the application does such work with input.";
	}

	private static boolean isRooted(String entry) {
		return entry.startsWith("/") || entry.startsWith("\\") || (entry.length() > 1 && entry.charAt(1) == ':');
	}

}
