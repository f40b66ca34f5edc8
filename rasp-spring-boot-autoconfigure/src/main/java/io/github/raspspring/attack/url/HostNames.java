package io.github.raspspring.attack.url;

import java.util.List;

import io.github.raspspring.text.HashedWords;
import io.github.raspspring.text.Hex;
import io.github.raspspring.text.WordShapes;

/**
 * Host names whose target is known without asking a resolver. Stateless.
 */
final class HostNames {

	private static final int LABELS = 5;

	private static final int METADATA = 1;

	private static final int LOOPBACK = 2;

	private static final int CLUSTER = 3;

	private static final int INTRANET = 4;

	private static final int WILDCARD = 5;

	private static final String[] NAMES = {
			"metadata metadata.google.internal metadata.goog instance-data instance-data.ec2.internal metadata.azure.internal"
					+ " rancher-metadata metadata.tencentyun.com metadata.packet.net",
			"localhost localdomain localhost6 ip6-localhost ip6-loopback loopback localtest.me lvh.me vcap.me lacolhost.com"
					+ " localho.st localh.st local.gd rbndr.us 1u.ms rebind.network rebind.it spoofed.burpcollaborator.net",
			"docker.internal containers.internal kubernetes minikube.internal lima.internal k3d.internal kubernetes.default svc"
					+ " cluster.local service.consul node.consul",
			"internal local lan corp intranet home.arpa consul",
			"nip.io sslip.io xip.io traefik.me local-ip.co local-ip.sh" + " backname.io" };

	private static final HashedWords SUFFIXES = HashedWords.of(NAMES);

	/** Domains of services that tell testers who connects to a name below them. */
	private static final String TESTERS = "oast.pro oast.live oast.site oast.online oast.fun oast.me oastify.com"
			+ " burpcollaborator.net interact.sh interactsh.com dnslog.cn ceye.io bxss.me r87.me";

	private static final HashedWords DOMAINS_OF_TESTERS = HashedWords.of(TESTERS);

	/** The last labels of these domains. */
	private static final HashedWords LAST_LABELS_OF_TESTERS = HashedWords.of(TESTERS.replaceAll("\\S+\\.", ""));

	/** The last labels of the other names. */
	private static final HashedWords LAST_LABELS = HashedWords.of(String.join(" ", NAMES).replaceAll("\\S+\\.", ""));

	/** The last labels of all of them. */
	private static final String TELLING = (String.join(" ", NAMES) + " " + TESTERS).replaceAll("\\S+\\.", "");

	private static final HashedWords TELLING_LABELS = HashedWords.of(TELLING);

	private static final WordShapes SHAPES_OF_LABELS = WordShapes.of(List.of(TELLING));

	private HostNames() {
	}

	/**
	 * What a name stands for.
	 */
	enum Target {

		/** Unknown: it takes a resolver to tell. */
		UNKNOWN,

		/** The metadata service of a cloud. */
		METADATA,

		/** The host itself. */
		LOOPBACK,

		/** The network of a container platform. */
		CLUSTER,

		/** By convention a name of an internal network. */
		INTRANET,

		/** A public name that resolves to an internal address written in it. */
		EMBEDDED_ADDRESS

	}

	/**
	 * Return what a name stands for.
	 * @param text the text
	 * @param start index of the first character of the name
	 * @param end index behind its last character
	 * @return the target
	 */
	static Target targetOf(CharSequence text, int start, int end) {
		int stop = (end > start && text.charAt(end - 1) == '.') ? end - 1 : end;
		if (LAST_LABELS.groupOf(text, labelStart(text, start, stop), stop) == 0) {
			return Target.UNKNOWN;
		}
		int label = stop;
		for (int labels = 0; labels < LABELS && label > start; labels++) {
			int from = labelStart(text, start, label);
			Target target = target(text, start, from, stop);
			if (target != Target.UNKNOWN && target != Target.INTRANET) {
				return target;
			}
			label = from - 1;
		}
		return isIntranet(text, start, stop) ? Target.INTRANET : Target.UNKNOWN;
	}

	/**
	 * Return whether a name is below the domain of a service that tells whoever tests an
	 * application that it connected: nothing else is ever found there.
	 * @param text the text
	 * @param start index of the first character of the name
	 * @param end index behind its last character
	 */
	static boolean areOfTester(CharSequence text, int start, int end) {
		int stop = (end > start && text.charAt(end - 1) == '.') ? end - 1 : end;
		int last = labelStart(text, start, stop);
		return last > start && LAST_LABELS_OF_TESTERS.groupOf(text, last, stop) != 0
				&& DOMAINS_OF_TESTERS.groupOf(text, labelStart(text, start, last - 1), stop) != 0;
	}

	/**
	 * Return whether a name may stand for something, or be below the domain of such a
	 * service, by its last label.
	 * @param text the text
	 * @param label index of the first character of the last label
	 * @param end index behind the name, which ends with no dot
	 */
	static boolean mayTell(String text, int label, int end) {
		return SHAPES_OF_LABELS.mayBe(text, label, end) && TELLING_LABELS.groupOf(text, label, end) != 0;
	}

	private static Target target(CharSequence text, int start, int from, int stop) {
		return switch (group(text, from, stop)) {
			case METADATA -> (from == start) ? Target.METADATA : Target.UNKNOWN;
			case LOOPBACK -> Target.LOOPBACK;
			case CLUSTER -> Target.CLUSTER;
			case WILDCARD -> embedsInternalAddress(text, start, from - 1) ? Target.EMBEDDED_ADDRESS : Target.UNKNOWN;
			default -> Target.UNKNOWN;
		};
	}

	private static boolean isIntranet(CharSequence text, int start, int stop) {
		int last = labelStart(text, start, stop);
		return last > start && (group(text, last, stop) == INTRANET
				|| group(text, labelStart(text, start, last - 1), stop) == INTRANET);
	}

	/**
	 * Whether the part before a wildcard suffix ends with an address in dotted, dashed or
	 * hexadecimal form.
	 */
	private static boolean embedsInternalAddress(CharSequence text, int start, int end) {
		int first = end;
		int separators = 0;
		while (first > start && (isDigit(text.charAt(first - 1))
				|| isSeparator(text.charAt(first - 1)) && first < end && separators < 3)) {
			separators += isSeparator(text.charAt(first - 1)) ? 1 : 0;
			first--;
		}
		if (separators == 3) {
			String dotted = text.subSequence(first, end).toString().replace('-', '.');
			HostAddress address = HostAddress.parse(dotted, 0, dotted.length());
			return address != null && address.range().isInternal();
		}
		int label = labelStart(text, start, Math.max(start, end));
		return end - label == 8 && isInternalHex(text, label, end);
	}

	private static boolean isInternalHex(CharSequence text, int start, int end) {
		int address = 0;
		for (int i = start; i < end; i++) {
			int digit = Hex.digit(text.charAt(i));
			if (digit < 0) {
				return false;
			}
			address = address << 4 | digit;
		}
		return AddressRanges.ofIpv4(address).isInternal();
	}

	private static int group(CharSequence text, int from, int stop) {
		return SUFFIXES.groupOf(text, from, stop);
	}

	private static int labelStart(CharSequence text, int start, int end) {
		int i = end;
		while (i > start && text.charAt(i - 1) != '.') {
			i--;
		}
		return i;
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static boolean isSeparator(char c) {
		return c == '.' || c == '-';
	}

}
