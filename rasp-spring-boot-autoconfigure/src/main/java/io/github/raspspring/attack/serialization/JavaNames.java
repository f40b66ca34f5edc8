package io.github.raspspring.attack.serialization;

import io.github.raspspring.attack.serialization.TypeHints.Evidence;
import io.github.raspspring.text.HashedWords;

/**
 * Reads names of Java classes within a text, and knows those that are able to do more
 * than to hold data.
 */
class JavaNames {

	static final char END = '\uFFFF';

	private static final HashedWords GADGETS = HashedWords
		.of("jdbcrowsetimpl templatesimpl classpathxmlapplicationcontext"
				+ " filesystemxmlapplicationcontext scriptenginemanager urlclassloader jndiconnectionpool xbeanjndiconfiguration"
				+ " combopooleddatasource jndirefforwardingdatasource wrapperconnectionpooldatasource invokertransformer"
				+ " chainedtransformer lazymap badattributevalueexpexception annotationinvocationhandler processbuilder"
				+ " methodinvokingfactorybean propertypathfactorybean beanfactory jndiconverter logicalexpression"
				+ " hikariconfig hikaridatasource jndilookup methodclosure convertedclosure expando imageio$containsfilter"
				+ " pooleddatasource driverentry drivermanagerconnectionsource ldapattribute fakelistenerfactory rmiobject"
				+ " remoteobjectinvocationhandler unicastremoteobject jrmplistener eventhandler serviceloader$lazyiterator"
				+ " javaxscriptengine nashornscriptengine groovyshell elprocessor spelexpression jexlengine"
				+ " defaultdirectorymanager jndidatasourcefactory jndiconfiguration basicdatasource unpooleddatasource"
				+ " jndiconnectionsource sortedcollection anyurlclassloader xstream$pointer propertyresourceconfiguration simplejndibeanfactory");

	private static final HashedWords JVM_ROOTS = HashedWords.of("javax sun jdk", "java");

	private static final HashedWords HARMLESS = HashedWords.of("java.util java.lang java.math java.time java.text");

	/** Classes of the JDK that no data is made of, although their package is harmless. */
	private static final HashedWords ABLE = HashedWords.of("java.lang.runtime java.lang.class java.lang.autocloseable"
			+ " java.lang.system java.lang.classloader java.util.serviceloader");

	/**
	 * Beginnings of the names of libraries whose classes open connections or run code.
	 */
	private static final String[] LIBRARIES = { "com.mysql.jdbc.", "com.mysql.cj.", "com.ibatis.", "com.caucho.",
			"org.apache.cocoon.", "org.apache.xbean.", "org.apache.commons.dbcp", "org.apache.tomcat.dbcp",
			"org.apache.openjpa.ee.", "org.apache.commons.jelly.", "org.apache.commons.configuration", "oracle.jdbc.",
			"oracle.jms.", "com.p6spy.engine.", "org.apache.ibatis.datasource.", "org.quartz.utils." };

	/** Parts of the names of classes that look something up or connect to it. */
	private static final String[] ABILITIES = { "jndi", "rowset", "classloader", "scriptengine", "connectionfactory",
			"pooldatasource", "datasource", "drivermanager", "ldap", "rmi" };

	private final String text;

	JavaNames(String text) {
		this.text = text;
	}

	String text() {
		return this.text;
	}

	/**
	 * Judge a name: at least one package in lower case and a class in upper case.
	 */
	Evidence classAt(int start, int end) {
		return classAt(start, end, true);
	}

	/**
	 * Judge a name. Members with everyday names, such as {@code class} in logs, name
	 * classes that are only able to connect as well.
	 */
	Evidence classAt(int start, int end, boolean typing) {
		int segment = start;
		int second = -1;
		int segments = 0;
		for (int i = start; i < end; i++) {
			if (at(i) == '.') {
				if (i == segment || ++segments == 2) {
					second = i;
				}
				if (i == segment) {
					return Evidence.NONE;
				}
				segment = i + 1;
			}
		}
		boolean isClass = segments > 0 && segment < end && at(segment) >= 'A' && at(segment) <= 'Z' && at(start) >= 'a'
				&& at(start) <= 'z';
		if (!isClass) {
			return Evidence.NONE;
		}
		if (GADGETS.groupOf(hash(segment, end)) != 0) {
			return Evidence.GADGET;
		}
		boolean connects = isAble(start, end);
		boolean able = (typing || connects && !isWord(start, "org.springframework."))
				&& (typing && connects || KnownClasses.runsCode(this.text.substring(start, end)));
		boolean dangerous = isDangerous(start, end, second) && (typing || !isThrown(end));
		return (dangerous || able) ? Evidence.DANGEROUS_CLASS : Evidence.CLASS;
	}

	/**
	 * Whether a name that ends here is that of an exception, as logs tell of them.
	 */
	private boolean isThrown(int end) {
		return isWord(end - 9, "exception") || isWord(end - 5, "error");
	}

	private boolean isDangerous(int start, int end, int second) {
		if (isWord(start, "com.sun.") || isWord(start, "org.codehaus.groovy.") || isWord(start, "com.mchange.")
				|| isWord(start, "bsh.") || isWord(start, "clojure.") || ABLE.groupOf(hash(start, end)) != 0) {
			return true;
		}
		int dot = start;
		while (dot < end && at(dot) != '.') {
			dot++;
		}
		int root = JVM_ROOTS.groupOf(hash(start, dot));
		return root == 1 || root == 2 && (second < 0 || HARMLESS.groupOf(hash(start, second)) == 0);
	}

	/**
	 * Whether the class is of a library, or has a name, that says that it looks something
	 * up or connects to it.
	 */
	boolean isAble(int start, int end) {
		for (String library : LIBRARIES) {
			if (isWord(start, library)) {
				return true;
			}
		}
		int name = end;
		while (name > start && at(name - 1) != '.') {
			name--;
		}
		for (int i = name; i < end; i++) {
			boolean begins = i == name || at(i) >= 'A' && at(i) <= 'Z';
			for (String ability : ABILITIES) {
				if (begins && isWord(i, ability)) {
					return true;
				}
			}
		}
		return false;
	}

	int skipArrayMarks(int start) {
		int i = start;
		while (at(i) == '[') {
			i++;
		}
		return (at(i) == 'L' && (at(i + 1) >= 'a' && at(i + 1) <= 'z' || at(i + 1) == 'L')) ? skipMarks(i) : i;
	}

	private int skipMarks(int start) {
		int i = start;
		while (at(i) == 'L') {
			i++;
		}
		return i;
	}

	int classEnd(int start) {
		int i = start;
		while (isClassPart(at(i)) || at(i) == '-') {
			i++;
		}
		return i;
	}

	long hash(int start, int end) {
		long hash = HashedWords.SEED;
		for (int i = start; i < end; i++) {
			hash = HashedWords.extend(hash, at(i));
		}
		return hash;
	}

	/**
	 * Whether the address of a naming service begins here.
	 */
	boolean isLookup(int start) {
		int first = HashedWords.fold(at(start));
		return (first == 'l' || first == 'r' || first == 'i') && isLookupScheme(start);
	}

	private boolean isLookupScheme(int start) {
		return isWord(start, "ldap://") || isWord(start, "ldaps://") || isWord(start, "rmi://")
				|| isWord(start, "iiop://");
	}

	boolean isWord(int start, String word) {
		for (int k = 0; k < word.length(); k++) {
			if (HashedWords.fold(at(start + k)) != word.charAt(k)) {
				return false;
			}
		}
		return true;
	}

	char at(int index) {
		return (index >= 0 && index < this.text.length()) ? this.text.charAt(index) : END;
	}

	/**
	 * Whether a member that chooses a class is one of those that do nothing else.
	 */
	static boolean isOfTyping(char first) {
		return first == '@' || first == '_' || first == '$' || (first | 0x20) == 'j';
	}

	static boolean isClassPart(char c) {
		return c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c == '.' || c == '_' || c == '$';
	}

}
