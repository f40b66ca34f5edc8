package io.github.raspspring.attack.expression;

import java.util.List;

import io.github.raspspring.text.TraitWords;
import io.github.raspspring.text.Traits;

/**
 * The words that make a text interesting as an expression.
 */
public final class ExpressionTraits {

	private ExpressionTraits() {
	}

	/**
	 * Return the words by which expressions reach classes.
	 * @return the words
	 */
	public static List<TraitWords> words() {
		return List.of(TraitWords.of(Traits.EXPRESSION_WORD,
				"""
						t getruntime getclass class constructor java javax runtime environment systemproperties systemenvironment
						processbuilder scriptenginemanager urlclassloader initialcontext groovyshell spelexpressionparser
						execute groovy system process mainmodule require __import__ file url socket thread _memberaccess denymethodexecution classloader getclassloader declaringclass
						classpathxmlapplicationcontext filesystemxmlapplicationcontext facescontext pagecontext
						applicationscope sessionscope requestscope servletcontext getsession getservletcontext jshell polyglot quit exit load
						scanner filereader filewriter fileinputstream fileoutputstream serversocket groovyclassloader"""));
	}

}
