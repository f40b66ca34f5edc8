import uPlot from './uPlot.esm.js';
import { el, table } from './dom.js';

const STEPS = 30;
const COLORS = ['#0b5cad', '#b3261e', '#8a5300', '#1d6b35', '#7a3e9d', '#00696d', '#a1317a', '#5a5f66'];

// Counts events by class and step; the classes that are seen most come first.
export function series(events, now = Date.now()) {
	const times = events.map((event) => Date.parse(event.occurredAt ?? event.time)).filter((at) => !Number.isNaN(at));
	const oldest = Math.min(...times, now - 60_000);
	const step = Math.max(1000, Math.ceil((now - oldest) / STEPS / 1000) * 1000);
	const start = now - STEPS * step;
	const counts = new Map();
	for (const event of events) {
		const at = Math.min(STEPS - 1, Math.max(0, Math.floor((Date.parse(event.occurredAt ?? event.time) - start) / step)));
		for (const kind of kinds(event)) {
			if (!counts.has(kind)) {
				counts.set(kind, new Array(STEPS).fill(0));
			}
			counts.get(kind)[at]++;
		}
	}
	const sum = (values) => values.reduce((total, value) => total + value, 0);
	const sorted = [...counts].sort((a, b) => sum(b[1]) - sum(a[1])).slice(0, COLORS.length);
	return { step, ticks: Array.from({ length: STEPS }, (_, i) => (start + i * step) / 1000), classes: sorted };
}

function kinds(event) {
	const rules = (event.rules ?? []).map((rule) => String(rule).split('.')[0]);
	return rules.length > 0 ? [...new Set(rules)] : [event.type ?? 'other'];
}

export function timeline(events) {
	const { ticks, classes, step } = series(events);
	const place = el('div', { class: 'chart', role: 'img', 'aria-label': 'Events by class over time; the table below tells the same' });
	const list = el('details', {}, el('summary', {}, 'The same as a table'),
		table(`Events in steps of ${step / 1000} seconds`, classes.map(([kind, counts]) => ({ kind, counts })), {
			class: (row) => row.kind, events: (row) => row.counts.reduce((sum, count) => sum + count, 0),
			latest: (row) => row.counts[row.counts.length - 1] }));
	const legend = el('ul', { class: 'cards' }, classes.map(([kind, counts], i) => {
		const item = el('li', {}, kind);
		item.style.borderTop = `.3rem solid ${COLORS[i]}`;
		return item;
	}));
	let plot = null;
	new ResizeObserver(() => {
		plot?.destroy();
		plot = draw(place, ticks, classes);
	}).observe(place);
	return el('div', {}, place, legend, list);
}

function draw(place, ticks, classes) {
	const ink = getComputedStyle(document.body).color;
	return new uPlot({
		width: Math.max(100, place.clientWidth - 16), height: 220, legend: { show: false }, cursor: { show: false },
		axes: [{ stroke: ink }, { stroke: ink, size: 40 }],
		scales: { y: { range: (plot, low, high) => [0, Math.max(1, high)] } },
		series: [{}, ...classes.map(([kind], i) => ({ label: kind, stroke: COLORS[i], width: 2, points: { show: true, size: 5 } }))]
	}, [ticks, ...classes.map(([, counts]) => counts)], place);
}
