package io.github.raspspring.attack.serialization;

import java.util.List;
import java.util.Set;

/**
 * Classes that are known to run code, load classes or open connections when they are
 * created from data, and the libraries whose classes no client has reason to name.
 */
final class KnownClasses {

	/** Running code or opening connections is what they do when they are created. */
	private static final ClassPatterns GADGETS = new ClassPatterns(List.of(
			// The JDK
			"java.lang.ProcessBuilder", "java.lang.Runtime", "java.lang.ClassLoader", "java.lang.Thread",
			"java.beans.EventHandler", "java.security.SignedObject", "java.net.URLClassLoader", "java.rmi.**",
			"java.util.ServiceLoader", "java.util.logging.FileHandler", "java.util.jar.JarFile",
			"java.util.PropertyResourceBundle", "javax.management.**", "javax.naming.**", "javax.script.**",
			"javax.imageio.**", "javax.swing.JEditorPane", "javax.swing.UIDefaults",
			"javax.swing.event.EventListenerList", "javax.activation.DataSource", "javax.sql.rowset.**",
			"javax.xml.transform.Templates", "com.sun.rowset.**", "com.sun.org.apache.xalan.**",
			"com.sun.org.apache.bcel.**", "com.sun.jndi.**", "com.sun.syndication.feed.impl.**", "com.sun.corba.**",
			"com.sun.deploy.**", "jdk.nashorn.**", "jdk.internal.**", "sun.**",
			// Collections and languages
			"org.apache.commons.collections.functors.**", "org.apache.commons.collections4.functors.**",
			"org.apache.commons.collections.keyvalue.TiedMapEntry",
			"org.apache.commons.collections4.keyvalue.TiedMapEntry",
			"org.apache.commons.collections4.comparators.TransformingComparator",
			"org.apache.commons.collections.comparators.TransformingComparator",
			"org.apache.commons.collections.map.LazyMap", "org.apache.commons.collections4.map.LazyMap",
			"org.apache.commons.beanutils.BeanComparator", "org.apache.commons.fileupload.disk.**",
			"org.apache.commons.io.**", "org.apache.commons.configuration.**", "org.apache.commons.configuration2.**",
			"org.apache.commons.dbcp.**", "org.apache.commons.dbcp2.**", "org.apache.tomcat.dbcp.**",
			"org.apache.commons.jxpath.**", "org.apache.commons.jelly.**", "org.apache.commons.proxy.provider.**",
			"org.apache.wicket.util.upload.**", "org.apache.xalan.**", "org.apache.bcel.**",
			"org.apache.ibatis.datasource.**", "org.apache.ibatis.parsing.**", "org.apache.xbean.**",
			"org.apache.openjpa.ee.**", "org.apache.aries.transaction.jms.**", "org.apache.activemq.jms.pool.**",
			"org.apache.activemq.**", "org.apache.velocity.**", "org.apache.myfaces.**", "org.apache.click.**",
			"org.apache.hadoop.shaded.com.zaxxer.hikari.**", "org.apache.shiro.jndi.**", "org.apache.shiro.realm.**",
			"org.apache.cocoon.**", "org.apache.axis2.**", "org.apache.ignite.cache.jta.**",
			"org.apache.batik.swing.**", "org.apache.logging.log4j.**", "org.apache.log4j.**",
			"org.codehaus.groovy.runtime.ConvertedClosure", "org.codehaus.groovy.runtime.MethodClosure",
			"groovy.lang.GroovyShell", "groovy.util.Expando", "groovy.lang.Closure", "bsh.**", "clojure.**",
			"org.mozilla.javascript.**", "org.python.core.**", "freemarker.**", "org.mvel2.**", "ognl.**",
			// Frameworks and pools
			"org.springframework.beans.factory.**", "org.springframework.context.support.**",
			"org.springframework.aop.framework.**", "org.springframework.aop.config.**",
			"org.springframework.aop.support.**", "org.springframework.aop.target.**",
			"org.springframework.aop.aspectj.**", "org.springframework.transaction.jta.**",
			"org.springframework.transaction.support.**", "org.springframework.core.SerializableTypeWrapper",
			"org.springframework.jndi.**", "org.springframework.jdbc.**", "org.springframework.expression.**",
			"org.springframework.scheduling.**", "org.springframework.scripting.**", "org.springframework.cglib.**",
			"org.springframework.boot.**", "org.hibernate.engine.spi.TypedValue", "org.hibernate.jmx.**",
			"org.hibernate.property.**", "org.hibernate.tuple.component.**", "org.hibernate.type.**",
			"org.jboss.interceptor.**", "org.jboss.weld.interceptor.**", "org.jboss.util.propertyeditor.**",
			"com.zaxxer.hikari.**", "com.mchange.**", "br.com.anteros.dbcp.**", "oracle.jdbc.**", "oracle.jms.**",
			"com.mysql.**", "org.h2.jdbcx.**", "com.microsoft.sqlserver.**", "org.postgresql.ds.**",
			"org.apache.derby.**", "com.p6spy.**", "ch.qos.logback.core.db.**", "ch.qos.logback.core.**",
			"net.sf.ehcache.**", "com.caucho.**", "flex.messaging.util.concurrent.**", "org.quartz.utils.**",
			"com.rometools.rome.feed.impl.**", "net.sf.json.**", "com.vaadin.data.util.**", "com.nqadmin.rowset.**",
			"org.eclipse.jetty.**", "org.jdom.transform.**", "org.jdom2.transform.**", "com.newrelic.agent.deps.**",
			"org.docx4j.**", "com.pastdev.httpcomponents.**", "net.bytebuddy.**", "javassist.**",
			"com.alibaba.fastjson.**", "com.alibaba.druid.**", "com.mchange.v2.**", "com.ibatis.sqlmap.engine.**",
			"org.aspectj.weaver.**", "org.mortbay.**", "weblogic.**", "com.bea.**", "com.tangosol.**",
			"oracle.eclipselink.**", "org.apache.drill.**", "org.apache.cxf.**", "com.atomikos.**", "com.informix.**",
			"jodd.db.**", "cn.hutool.db.**", "org.arrah.**", "org.clojure.**", "scala.sys.**",
			"com.fasterxml.jackson.databind.node.POJONode", "com.opensymphony.xwork2.**"));

	/** Their classes do more than to hold data. */
	private static final ClassPatterns LIBRARIES = new ClassPatterns(List.of("java.**", "javax.**", "jakarta.**",
			"jdk.**", "com.sun.**", "org.springframework.**", "org.apache.**", "org.hibernate.**", "org.jboss.**",
			"org.eclipse.**", "oracle.**", "com.oracle.**", "com.ibm.**", "com.fasterxml.**", "tools.jackson.**",
			"com.google.common.**", "com.google.inject.**", "ch.qos.logback.**", "org.slf4j.**", "groovy.**",
			"org.codehaus.**", "kotlin.**", "scala.**", "io.netty.**", "reactor.**", "org.yaml.snakeyaml.**",
			"org.thymeleaf.**", "org.w3c.dom.**", "io.github.raspspring.**"));

	/** What is left of the JDK if all is taken away that does more than to hold data. */
	private static final ClassPatterns DATA = new ClassPatterns(List.of("java.time.**", "java.math.*", "java.text.*",
			"java.util.*", "java.util.concurrent.*", "java.util.concurrent.atomic.*", "java.util.ImmutableCollections",
			"java.sql.Date", "java.sql.Time", "java.sql.Timestamp", "java.net.URI", "java.net.URL", "javax.money.**",
			"com.google.common.collect.**", "com.google.common.base.**", "kotlin.collections.**",
			"org.springframework.data.domain.**", "org.springframework.security.core.**",
			"org.springframework.security.authentication.**", "org.springframework.security.web.**",
			"org.springframework.security.oauth2.**", "scala.collection.**"));

	private static final Set<String> DATA_OF_LANG = Set.of("java.lang.Object", "java.lang.String", "java.lang.Boolean",
			"java.lang.Byte", "java.lang.Character", "java.lang.Short", "java.lang.Integer", "java.lang.Long",
			"java.lang.Float", "java.lang.Double", "java.lang.Number", "java.lang.Enum", "java.lang.StringBuilder",
			"java.lang.Void", "java.lang.Record");

	/** Parts of dates and calendars in packages that hold little else than gadgets. */
	private static final ClassPatterns CALENDARS = new ClassPatterns(
			List.of("sun.util.calendar.ZoneInfo", "sun.util.BuddhistCalendar"));

	private KnownClasses() {
	}

	static boolean runsCode(String name) {
		return GADGETS.match(name) && !CALENDARS.match(name) && !isException(name);
	}

	/**
	 * Sessions hold exceptions with their causes, such as those of a directory. Of those
	 * that applications are managed by one is a gadget.
	 */
	private static boolean isException(String name) {
		return name.endsWith("Exception") && !name.startsWith("javax.management.");
	}

	/**
	 * Return whether a class is a string, number or the like, which no list has to name.
	 */
	static boolean isPlain(String name) {
		return DATA_OF_LANG.contains(name);
	}

	static boolean holdsDataOnly(String name) {
		return !LIBRARIES.match(name) || DATA.match(name) || DATA_OF_LANG.contains(name);
	}

}
