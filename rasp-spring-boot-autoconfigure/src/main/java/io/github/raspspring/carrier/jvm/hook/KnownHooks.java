package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkGuard;

/**
 * All that is hooked, in the order of the numbers that hooked methods call with.
 */
public final class KnownHooks {

	private KnownHooks() {
	}

	/**
	 * Make one hook of each kind.
	 * @param guard asked what it has judged already
	 * @return the hooks
	 */
	public static List<JvmHook> create(SinkGuard guard) {
		PathNotes notes = new PathNotes();
		return List.of(new ProcessHook(), new FileReadHook(notes), new FileWriteHook(notes),
				new RandomAccessFileHook(notes), new NioOpenHook(notes), new NioChangeHook(notes), new DnsHook(),
				new SocketHook(), new UrlOpenHook(), new RedirectHook(), new DriverHook(), new StatementHook(guard),
				new ObjectStreamHook(), new TypeNameHook(), new JndiHook(), new XmlEntityHook(),
				LdapFilterHook.create(), new LdapNameHook(), XPathHook.create(), ScriptHook.create(), SpelHook.create(),
				ExpressionHook.create(), TemplateHook.create(), ThymeleafHook.create(), new ProcessPathHook(),
				new ClassPathHook(), new LookupPathHook(), new ConnectionPathHook(), new ClassDefinitionHook(),
				new RuntimePathHook(), new DirectoryHook(), new CypherHook(), new MongoHook(),
				new ArchiveEntryHook(notes), new PathTextHook(notes), new ResourceHook(notes),
				new SecureFolderHook(notes), new StylesheetHook());
	}

}
