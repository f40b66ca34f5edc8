// Talks to the endpoint that this page stands next to.

export const base = new URL('../', import.meta.url).pathname.replace(/\/$/, '');

export class Refused extends Error {
}

export async function get(path = '') {
	const response = await fetch(base + path, { headers: { Accept: 'application/json' }, cache: 'no-store' });
	if (response.status === 404) {
		return null;
	}
	if (!response.ok) {
		throw new Refused(`The endpoint answered ${response.status}.`);
	}
	return response.json();
}

export async function operate(section, operation, target, more = {}) {
	const response = await fetch(`${base}/${section}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...csrf() },
		body: JSON.stringify({ operation, target, ...more })
	});
	if (!response.ok) {
		const problem = await response.json().catch(() => ({}));
		const reference = problem.reference ? ` Reference ${problem.reference}.` : '';
		throw new Refused((problem.detail ?? `The endpoint answered ${response.status}.`) + reference);
	}
	return response.json().catch(() => ({}));
}

// Spring Security's cookie for scripts, where the application has one.
function csrf() {
	const token = document.cookie.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='));
	return token ? { 'X-XSRF-TOKEN': decodeURIComponent(token.slice('XSRF-TOKEN='.length)) } : {};
}
