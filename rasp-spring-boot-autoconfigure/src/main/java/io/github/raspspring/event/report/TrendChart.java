package io.github.raspspring.event.report;

import java.util.List;

import io.github.raspspring.event.report.SecurityReport.TrendPart;

/**
 * The trend as bars, drawn in SVG.
 */
final class TrendChart {

	private static final int WIDTH = 720;

	private static final int HEIGHT = 160;

	private static final int BASE = 140;

	private TrendChart() {
	}

	static String of(List<TrendPart> parts) {
		long most = parts.stream().mapToLong((part) -> part.passed() + part.refused()).max().orElse(0);
		StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + ' '
				+ HEIGHT + "\" role=\"img\" aria-label=\"Requests in which something was seen, at most " + most
				+ " at a time\">\n");
		int step = WIDTH / Math.max(1, parts.size());
		for (int i = 0; i < parts.size(); i++) {
			TrendPart part = parts.get(i);
			int refused = height(part.refused(), most);
			int passed = height(part.passed(), most);
			svg.append("<g><title>")
				.append(part.from())
				.append(": ")
				.append(part.refused())
				.append(" refused, ")
				.append(part.passed())
				.append(" passed</title>");
			bar(svg, i * step, BASE - refused, step - 4, refused, "#8b1e1e");
			bar(svg, i * step, BASE - refused - passed, step - 4, passed, "#d9a441");
			svg.append("</g>\n");
		}
		svg.append("<line x1=\"0\" y1=\"" + BASE + "\" x2=\"" + WIDTH + "\" y2=\"" + BASE + "\" stroke=\"#555\"/>\n");
		svg.append("<text x=\"0\" y=\"156\" font-size=\"12\">dark: refused, light: passed, at most ")
			.append(most)
			.append(" at a time</text>\n</svg>\n");
		return svg.toString();
	}

	private static int height(long count, long most) {
		return (most == 0) ? 0 : (int) Math.max((count > 0) ? 1 : 0, count * (BASE - 10) / most);
	}

	private static void bar(StringBuilder svg, int x, int y, int width, int height, String color) {
		if (height > 0) {
			svg.append("<rect x=\"")
				.append(x)
				.append("\" y=\"")
				.append(y)
				.append("\" width=\"")
				.append(width)
				.append("\" height=\"")
				.append(height)
				.append("\" fill=\"")
				.append(color)
				.append("\"/>");
		}
	}

}
