/**
 * What Tomcat tells more cheaply than the servlet API does. Imports web. Start with
 * {@link io.github.raspspring.web.tomcat.HeaderValve}.
 */
@NullMarked
package io.github.raspspring.web.tomcat;

import org.jspecify.annotations.NullMarked;
