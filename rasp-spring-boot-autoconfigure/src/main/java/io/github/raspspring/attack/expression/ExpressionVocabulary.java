package io.github.raspspring.attack.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.text.HashedWords;
import io.github.raspspring.text.WordShapes;

/**
 * Names by which expressions reach beyond the data they were given.
 */
final class ExpressionVocabulary {

	/** Leads out of the sandbox wherever it stands in an expression. */
	static final int ESCAPE = 1;

	/** Leads towards it: counts with others, or if called. */
	static final int STEP = 2;

	/** Runs something if called. */
	static final int CALL = 3;

	/** A package that classes are taken from. */
	static final int PACKAGE = 4;

	/** A class of {@code java.lang}, which need not be qualified. */
	static final int LANG_CLASS = 5;

	/** The type operator of SpEL. */
	static final int TYPE = 6;

	/** Creates an object. */
	static final int NEW = 7;

	/** An object that templates of servlets get. */
	static final int IMPLICIT = 8;

	/** Takes the name of a function to call. */
	static final int HIGHER_ORDER = 9;

	/** The class of an object. */
	static final int CLASS = 10;

	/** A constructor, in JavaScript the way to {@code Function}. */
	static final int CONSTRUCTOR = 11;

	/** Iterates over what follows. */
	static final int IN = 12;

	/** The context of OGNL, which no other text mentions. */
	static final int OGNL = 13;

	/** The class that starts processes. */
	static final int RUNTIME = 14;

	/** A built-in of FreeMarker that turns a string into code or an object. */
	static final int BUILT_IN = 15;

	/** The tag of Smarty that runs PHP. */
	static final int PHP = 16;

	/** A macro of a wiki that runs what it encloses. */
	static final int MACRO = 17;

	/** The template itself, which no data is called. */
	static final int SELF = 18;

	/** A word that is in two groups belongs to the later one. */
	private static final List<Map.Entry<Integer, String>> WORDS = List.of(
			Map.entry(ESCAPE,
					"""
							getruntime processbuilder scriptenginemanager __globals__ __subclasses__ __mro__ __import__ __builtins__
							__init__ __class__ __base__ __bases__ __dict__ __getattribute__ file_excerpt
							getdeclaredmethod getdeclaredmethods getdeclaredfield jythonruntime objectconstructor
							registerundefinedfiltercallback registerundefinedfunctioncallback getenginebyname child_process mainmodule
							urlclassloader defineclass systemproperties systemenvironment getclassloader classloader protectiondomain
							getprotectiondomain getservletcontext xwork2 shell_exec passthru proc_open smarty
							smarty_internal_write_file getsystemclassloader getcontextclassloader
							unsafe jndilookup initialcontext expressionfactory elprocessor secret_key secret_key_base secretkey phpinfo setcache
							classpathxmlapplicationcontext filesystemxmlapplicationcontext
							_templatereference__context processimpl templatesimpl groovyshell getstatic"""),
			Map.entry(STEP, """
					forname newinstance getmethod getmethods getconstructor getconstructors invoke getresource
					getresourceasstream getfield getfields getannotation getmodule loadclass getproperty getenv
					lipsum cycler joiner url_for get_flashed_messages getbean servletcontext loadtime"""),
			Map.entry(CALL,
					"exec system popen eval dump sleep spawn execsync file_get_contents fread readfile os_system attr getoutputstream"),
			Map.entry(PACKAGE, "java javax jakarta sun jdk groovy freemarker ognl"),
			Map.entry(LANG_CLASS,
					"""
							thread class character string math integer long object byte boolean double float short number enum"""),
			Map.entry(TYPE, "t"), Map.entry(NEW, "new"),
			Map.entry(IMPLICIT,
					"applicationscope sessionscope requestscope pagecontext applicationcontext initparam headervalues facescontext pagescope"),
			Map.entry(HIGHER_ORDER, "filter map reduce sort usort array_map call_user_func"),
			Map.entry(CLASS, "class getclass"), Map.entry(CONSTRUCTOR, "constructor"), Map.entry(IN, "in"),
			Map.entry(OGNL,
					"_memberaccess ognlcontext ognlutil allowstaticmethodaccess default_member_access denymethodexecution"),
			Map.entry(RUNTIME, "runtime"), Map.entry(BUILT_IN, "api interpret"), Map.entry(PHP, "php"),
			Map.entry(MACRO, "groovy velocity"), Map.entry(SELF, "_self _context"));

	static final HashedWords NAMES = names();

	/** The groups of which a word counts outside of expressions. */
	private static final Set<Integer> OUTSIDE = Set.of(ESCAPE, STEP, CALL, TYPE, NEW, CLASS, CONSTRUCTOR, OGNL, RUNTIME,
			BUILT_IN, PHP);

	private static final WordShapes SHAPES = WordShapes
		.of(WORDS.stream().filter((group) -> OUTSIDE.contains(group.getKey())).map(Map.Entry::getValue).toList());

	static final HashedWords GATEWAYS = HashedWords.builder().add(1, """
			processbuilder scanner file filereader filewriter fileinputstream fileoutputstream url urlclassloader
			groovyshell groovyclassloader scriptenginemanager socket serversocket initialcontext thread""").build();

	/** What packages of libraries begin with. */
	static final HashedWords LIBRARIES = HashedWords.builder().add(1, "org com net io ch edu system").build();

	static final HashedWords JAVA_PACKAGES = HashedWords.builder()
		.add(1, "lang util net nio io script naming security el template beans rmi sql reflect ognlcontext ognl")
		.build();

	private ExpressionVocabulary() {
	}

	/**
	 * Tell whether a word is a name that counts outside of expressions, or one of few
	 * that look like those.
	 */
	static boolean countsOutside(String text, int start, int end) {
		return SHAPES.mayBe(text, start, end) && NAMES.groupOf(text, start, end) != 0;
	}

	private static HashedWords names() {
		HashedWords.Builder builder = HashedWords.builder();
		WORDS.forEach((group) -> builder.add(group.getKey(), group.getValue()));
		return builder.build();
	}

}
