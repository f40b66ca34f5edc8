/**
 * Cross-site scripting (CWE-79) and includes of the server (CWE-97): how markup and
 * scripts are read and recognized in values. Imports inspect, text, the engine and the
 * JDK. Start with {@link io.github.raspspring.attack.markup.CrossSiteScriptingDetector}.
 */
@NullMarked
package io.github.raspspring.attack.markup;

import org.jspecify.annotations.NullMarked;
