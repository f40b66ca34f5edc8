import { get } from './api.js';
import { badge, el } from './dom.js';
import { viewsOf } from './views.js';

const EVERY = 5000;
const content = document.getElementById('content');
const status = document.getElementById('status');
const pause = document.getElementById('pause');
const theme = document.getElementById('theme');
let views = viewsOf({});
let writable = false;
let filter = '';
let shown = '';

function place() {
	const [name, item] = location.hash.slice(1).split('/', 2);
	return { name: Object.hasOwn(views, name) ? name : 'overview', item: item ? decodeURIComponent(item) : null };
}

async function render(moved) {
	const { name, item } = place();
	try {
		const nodes = (await views[name][1]({ item, filter, writable, search, done })).filter((node) => node !== null);
		content.replaceChildren(...nodes);
		for (const link of document.querySelectorAll('#views a')) {
			link.toggleAttribute('aria-current', false);
			if (link.hash === `#${name}`) {
				link.setAttribute('aria-current', 'page');
			}
		}
		document.title = `${views[name][0]} - RASP`;
		shown = location.hash;
		if (moved) {
			status.textContent = '';
			content.focus();
		}
	}
	catch (error) {
		status.textContent = `This could not be read: ${error.message}`;
	}
}

function search(text) {
	filter = text.toLowerCase();
	render(false);
}

function done(error, result) {
	const answer = result && Object.keys(result).length > 0 ? JSON.stringify(result, null, 2) : '';
	render(false).then(() => {
		status.textContent = error ? error.message : 'Done.';
		if (answer) {
			content.prepend(el('pre', { tabindex: '0' }, answer));
		}
	});
}

// What somebody reads or fills in is not pulled from under them.
function isBusy() {
	return document.hidden || pause.getAttribute('aria-pressed') === 'true' || document.querySelector('dialog[open]')
		|| (content.contains(document.activeElement) && document.activeElement !== content)
		|| place().item || !getSelection().isCollapsed || content.querySelector('details[open]');
}

pause.addEventListener('click', () => {
	const paused = pause.getAttribute('aria-pressed') !== 'true';
	pause.setAttribute('aria-pressed', String(paused));
	status.textContent = paused ? 'The page stays as it is.' : 'The page follows what happens.';
});

theme.addEventListener('click', () => {
	const root = document.documentElement;
	const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
	root.dataset.theme = dark ? 'light' : 'dark';
	localStorage.setItem('rasp-theme', root.dataset.theme);
	render(false);
});

async function start() {
	const kept = localStorage.getItem('rasp-theme');
	if (kept === 'dark' || kept === 'light') {
		document.documentElement.dataset.theme = kept;
	}
	try {
		const summary = await get();
		views = viewsOf(summary);
		writable = summary.operators?.mayAct === true;
		document.getElementById('mode').replaceChildren('mode ', badge(summary.policies?.mode ?? 'unknown'));
	}
	catch (error) {
		status.textContent = `This could not be read: ${error.message}`;
	}
	document.getElementById('views').append(...Object.entries(views)
		.map(([name, [title]]) => el('li', {}, el('a', { href: `#${name}` }, title))));
	addEventListener('hashchange', () => render(location.hash !== shown));
	setInterval(() => isBusy() || render(false), EVERY);
	await render(false);
}

start();
