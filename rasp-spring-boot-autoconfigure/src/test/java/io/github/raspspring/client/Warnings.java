package io.github.raspspring.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * What is logged at WARN, wherever it is written to: an application that ran before may
 * have left the console without an appender, or the logger switched off.
 */
final class Warnings implements AutoCloseable {

	private final Logger logger;

	private final Level before;

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	Warnings(String logger) {
		this.logger = (Logger) LoggerFactory.getLogger(logger);
		this.before = this.logger.getLevel();
		this.logger.setLevel(Level.WARN);
		this.appender.list = new CopyOnWriteArrayList<>();
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	List<String> lines() {
		return this.appender.list.stream()
			.filter((event) -> event.getLevel() == Level.WARN)
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.appender);
		this.logger.setLevel(this.before);
	}

}
