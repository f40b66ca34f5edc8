package io.github.raspspring.store;

import java.time.Duration;

/**
 * Where Redis is and how it is asked.
 *
 * @param url address such as {@code redis://localhost:6379}; may hold a password
 * @param prefix what all keys begin with
 * @param timeout longest time that a request waits for one answer
 * @param refresh time between looks at what other instances wrote
 */
public record RedisSettings(String url, String prefix, Duration timeout, Duration refresh) {

	/**
	 * Return the address in a form that may be logged.
	 * @return the address without user and password
	 */
	public String address() {
		int scheme = this.url.indexOf("://");
		int at = this.url.lastIndexOf('@');
		int query = this.url.indexOf('?', Math.max(at, 0));
		String host = this.url.substring(Math.max(at + 1, (scheme < 0) ? 0 : scheme + 3),
				(query < 0) ? this.url.length() : query);
		return (scheme < 0) ? host : this.url.substring(0, scheme + 3) + host;
	}

	/**
	 * Return a text without the address, which may hold a password.
	 */
	@Override
	public String toString() {
		return "RedisSettings[prefix=" + this.prefix + ", timeout=" + this.timeout + ", refresh=" + this.refresh + "]";
	}

}
