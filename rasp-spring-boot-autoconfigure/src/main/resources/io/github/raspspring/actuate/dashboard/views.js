import { base, get } from './api.js';
import { operation } from './confirm.js';
import { badge, el, section, show, table, time, words } from './dom.js';
import { timeline } from './timeline.js';

const list = (content, name) => Array.isArray(content) ? content : (content?.[name] ?? []);

async function overview() {
	const [summary, events] = await Promise.all([get(), get('/events')]);
	const counts = summary.counts ?? {};
	return [section('Requests', el('ul', { class: 'cards' }, Object.entries(counts)
			.filter(([, value]) => typeof value !== 'object')
			.map(([name, value]) => el('li', {}, el('strong', {}, value), words(name))))),
		section('Events over time', timeline(list(events, 'events'))),
		section('What is left open', (summary.gaps ?? []).length === 0 ? el('p', { class: 'good' }, 'Nothing is known to be left open.')
			: el('ul', {}, summary.gaps.map((gap) => el('li', {}, gap))))];
}

async function events(context) {
	if (context.item) {
		return event(context);
	}
	const found = list(await get('/events'), 'events');
	const rows = found.filter((row) => !context.filter || JSON.stringify(row).toLowerCase().includes(context.filter));
	return [section('Events', filter(context), table(`${rows.length} of ${found.length} events`, rows, {
		when: (row) => time(row.occurredAt ?? row.time),
		action: (row) => row.action ? badge(row.action) : (row.type ?? ''),
		where: (row) => `${row.method ?? ''} ${row.where ?? row.route ?? ''}`,
		rules: (row) => show(row.rules ?? row.type),
		reference: (row) => el('a', { href: `#events/${encodeURIComponent(row.reference)}` }, row.reference)
	}))];
}

function filter(context) {
	const input = el('input', { type: 'search', name: 'filter', value: context.filter ?? '' });
	return el('form', { class: 'filter', role: 'search', onsubmit: (submit) => {
		submit.preventDefault();
		context.search(input.value);
	} }, el('label', {}, 'Show events with', input), el('button', {}, 'Show'));
}

async function event(context) {
	const found = await get(`/events/${encodeURIComponent(context.item)}`);
	if (!found) {
		return [section('Event', el('p', {}, 'No event of this reference is kept.'))];
	}
	const findings = found.findings ?? found.decision?.findings ?? [];
	const rest = Object.fromEntries(Object.entries(found).filter(([key]) => key !== 'findings'));
	return [section(`Event ${context.item}`, show(rest)),
		section('Why', findings.length === 0 ? el('p', {}, 'Nothing of the request itself.') : table('What was seen', findings)),
		context.writable ? el('p', { class: 'tools' }, operation('Mark as a false alarm',
			'The report counts it, and the answer is the exclusion to put into application.yml.', 'marks', 'mark',
			context.item, { reason: ['Reason', ''] }, context.done)) : null];
}

async function routes(context) {
	const [policies, advice] = await Promise.all([get('/policies'), get('/advice')]);
	const promote = (row) => context.writable && row.mode !== 'BLOCK' ? operation('Promote to block',
		`Requests to ${row.route} are refused from now on, for as long as you say.`, 'policies', 'override', row.policy,
		{ duration: ['For how long, such as 8h', '8h'], reason: ['Reason', ''] }, context.done, () => ({ rule: 'mode=block' })) : null;
	return [section('Routes', table('Mode and advice per route', list(advice, 'routes'), {
			route: (row) => `${row.method ?? ''} ${row.route}`, mode: (row) => badge(row.mode), advice: (row) => words(row.advice),
			because: (row) => row.because, requests: (row) => row.requests,
			'would refuse': (row) => row.refusedInBlockMode, '': promote })),
		advice?.promote ? section('Take this to promote what is ready', el('pre', { tabindex: '0' }, advice.promote)) : null,
		advice?.exclude ? section('Take this to exclude what looks like false alarms', el('pre', { tabindex: '0' }, advice.exclude)) : null,
		section('Policies', show(policies))];
}

async function clients(context) {
	const known = list(await get('/clients'), 'clients');
	const block = context.writable ? operation('Block a client', 'All its requests are refused for as long as you say.',
		'clients', 'block', '', { target: ['Client, such as network:203.0.113.7', ''], duration: ['For how long, such as 1h', '1h'],
			reason: ['Reason', ''] }, context.done) : null;
	const columns = known.length === 0 ? {} : Object.fromEntries(Object.keys(known[0]).map((key) => [words(key), (row) => show(row[key])]));
	if (context.writable) {
		columns[''] = (row) => row.suspicion !== 'BLOCK' ? null : operation('Unblock', `${row.client ?? row.key} is served again.`, 'clients', 'unblock',
			row.client ?? row.key, {}, context.done);
	}
	return [section('Clients', known.length === 0 ? el('p', {}, 'No client has a score or is blocked.')
		: table('Score and reasons', known, columns), block)];
}

async function inventory() {
	const found = list(await get('/inventory'), 'endpoints');
	return [section('Endpoints', table('The riskiest first', found, {
		endpoint: (row) => `${(row.methods ?? []).join(', ')} ${(row.patterns ?? []).join(', ')}`,
		risk: (row) => row.risk?.points ?? '', why: (row) => show(row.risk?.reasons),
		input: (row) => words(row.coverage ?? ''), sensitive: (row) => show(row.sensitive),
		mode: (row) => badge(row.mode ?? ''), requests: (row) => row.traffic?.requests ?? 0,
		findings: (row) => row.traffic?.findings ?? 0
	}))];
}

const generic = (name, title) => async () => {
	const content = await get(`/${name}`);
	return [section(title, show(content))];
};

async function profiles(context) {
	const promote = context.writable ? operation('Promote a profile',
		'Values that it does not know are refused from now on where the route is in mode block.', 'profiles', 'promote', '',
		{ target: ['Endpoint, such as POST /api/orders', ''], reason: ['Reason', ''] }, context.done) : null;
	return [section('What is normal here', show(await get('/profiles')), promote)];
}

async function report() {
	return [section('Report', el('p', { class: 'tools' },
		el('a', { href: `${base}/report?format=html` }, 'Printable'),
		el('a', { href: `${base}/report?format=markdown` }, 'Markdown')), show(await get('/report')))];
}

async function patches(context) {
	const add = context.writable ? operation('Add a patch', 'It refuses what its rule says until it expires. One line of '
		+ 'name=value for each property, as in the guide on virtual patches.', 'patches', 'add', '', {
			target: ['Name', ''], duration: ['For how long, such as 7d', '7d'], rule: ['Rule', '', true], reason: ['Ticket or CVE', ''] },
			context.done) : null;
	return [section('Virtual patches', show(await get('/patches')), add)];
}

// In the order of the navigation: title, what shows it, and the section that it needs.
const all = {
	overview: ['Overview', overview, null],
	events: ['Events', events, 'events'],
	routes: ['Routes', routes, 'policies'],
	clients: ['Clients', clients, 'clients'],
	inventory: ['Inventory', inventory, 'inventory'],
	patches: ['Patches', patches, 'patches'],
	ownership: ['Ownership', generic('ownership', 'Whose data it is'), 'ownership'],
	profiles: ['Profiles', profiles, 'profiles'],
	behavior: ['Usage', generic('behavior', 'Usage'), 'behavior'],
	limits: ['Limits', generic('limits', 'Limits'), 'limits'],
	sinks: ['Sinks', generic('sinks', 'What is judged before execution'), 'sinks'],
	report: ['Report', report, 'report'],
	detectors: ['Detectors', generic('detectors', 'Detectors'), 'detectors']
};

// Those of rooms that are switched on.
export function viewsOf(summary) {
	return Object.fromEntries(Object.entries(all).filter(([, [, , needed]]) => needed === null || needed in summary));
}
