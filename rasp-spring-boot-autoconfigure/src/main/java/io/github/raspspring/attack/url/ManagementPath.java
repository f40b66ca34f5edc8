package io.github.raspspring.attack.url;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Paths at which servers are managed or tell of themselves: nobody who gives the address
 * of a page or a service inside means one. Health and metrics, which are asked for by
 * monitors, are none of them. Stateless.
 */
final class ManagementPath {

	private static final HashedWords PATHS = HashedWords.of("""
			actuator/env actuator/heapdump actuator/shutdown actuator/threaddump actuator/configprops
			actuator/gateway actuator/jolokia actuator/logfile jolokia manager/html manager/text host-manager/html
			cgi-bin/luci server-status server-info _cat _search _all_dbs containers/json
			images/json v1/agent v1/kv v2/keys solr/admin jmx-console web-console invoker/jmxinvokerservlet
			wls-wsat console/login debug/pprof latest/meta-data latest/user-data computemetadata .env .git""",
			"script scripttext");

	private static final int ANYWHERE = 1;

	private static final int AT_THE_END = 2;

	private static final int LONGEST = 64;

	private ManagementPath() {
	}

	/**
	 * Tell whether such a path follows a host and its port.
	 */
	static boolean follows(String text, int hostEnd) {
		int start = hostEnd;
		if (Ascii.at(text, start) == ':') {
			start++;
			while (Ascii.isDigit(Ascii.at(text, start))) {
				start++;
			}
		}
		if (Ascii.at(text, start) != '/') {
			return false;
		}
		int end = segmentEnd(text, start + 1);
		int group = PATHS.groupOf(text, start + 1, end);
		if (group != 0 || Ascii.at(text, end) != '/') {
			return group == ANYWHERE || group == AT_THE_END && (end == text.length() || text.charAt(end) == '?');
		}
		return PATHS.groupOf(text, start + 1, segmentEnd(text, end + 1)) != 0;
	}

	private static int segmentEnd(String text, int start) {
		int limit = Math.min(text.length(), start + LONGEST);
		int end = start;
		while (end < limit && (Ascii.isWord(text.charAt(end)) || text.charAt(end) == '-' || text.charAt(end) == '.')) {
			end++;
		}
		return end;
	}

}
