// Builds what is shown. Texts of requests only ever become text nodes, so nothing in them is markup.

export function el(name, attributes = {}, ...children) {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) {
		if (key.startsWith('on')) {
			element.addEventListener(key.slice(2), value);
		}
		else if (value === true) {
			element.setAttribute(key, '');
		}
		else if (value !== false && value !== null && value !== undefined) {
			element.setAttribute(key, value);
		}
	}
	element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined)
		.map((child) => (child instanceof Node) ? child : document.createTextNode(String(child))));
	return element;
}

// 'neverCalled' and 'never-called' both read 'never called'.
export function words(name) {
	return String(name).replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_.]/g, ' ').toLowerCase();
}

export function time(instant) {
	const date = new Date(instant);
	return Number.isNaN(date.getTime()) ? String(instant) : el('time', { datetime: instant }, date.toLocaleString());
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

// Shows any JSON: objects as terms, lists of objects as tables.
export function show(value) {
	if (value === null || value === undefined || value === '') {
		return el('span', { class: 'quiet' }, '-');
	}
	if (Array.isArray(value)) {
		return value.length === 0 ? el('span', { class: 'quiet' }, 'none')
			: value.some((item) => item !== null && typeof item === 'object' && !Array.isArray(item)) ? table('', value)
			: value.length > 6 ? el('ul', {}, value.map((item) => el('li', {}, show(item))))
			: el('span', {}, value.map((item, i) => [i > 0 ? ', ' : '', show(item)]).flat());
	}
	if (typeof value === 'object') {
		const entries = Object.entries(value);
		return entries.length === 0 ? el('span', { class: 'quiet' }, 'none')
			: el('dl', {}, entries.map(([key, item]) => [el('dt', {}, /^[A-Z]+ \//.test(key) ? key : words(key)),
				el('dd', {}, show(item))]));
	}
	return (typeof value === 'string' && INSTANT.test(value)) ? time(value) : String(value);
}

// Columns: { title: row => node or value }; without them those that the rows have.
export function table(caption, rows, columns) {
	const shown = columns ?? Object.fromEntries([...new Set(rows.flatMap((row) => Object.keys(row ?? {})))]
		.map((key) => [words(key), (row) => show(row?.[key])]));
	if (rows.length === 0) {
		return el('p', { class: 'quiet' }, caption ? `${caption}: none` : 'none');
	}
	const titles = Object.keys(shown);
	return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption || 'Table' },
		el('table', {}, caption ? el('caption', {}, caption) : null,
			el('thead', {}, el('tr', {}, titles.map((title) => el('th', { scope: 'col' }, title)))),
			el('tbody', {}, rows.map((row) => el('tr', {}, titles.map((title) => el('td', {}, shown[title](row))))))));
}

export function badge(text) {
	const kind = { BLOCK: 'bad', THROTTLE: 'warn', MONITOR: 'warn', OFF: 'quiet', ALLOW: 'good' }[text] ?? 'quiet';
	return el('span', { class: `badge ${kind}` }, text);
}

export function section(title, ...children) {
	return el('section', {}, el('h2', {}, title), ...children);
}
