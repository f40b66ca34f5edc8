import { operate } from './api.js';
import { el } from './dom.js';

const dialog = document.getElementById('confirm');

document.getElementById('confirm-cancel').addEventListener('click', () => dialog.close('cancel'));

// A button that asks before it does anything. Fields: { name: [label, value, whether it may have lines] }.
export function action(label, about, what, fields, perform, done) {
	const name = about ? `${label}: ${about}` : null;
	return el('button', { type: 'button', 'aria-label': name, onclick: () => ask(label, what, fields, perform, done) }, label);
}

export function operation(label, what, section, name, target, fields, done, rule) {
	return action(label, target, what, fields, (given) => operate(section, name, target, { ...given, ...(rule ? rule(given) : {}) }),
		done);
}

function ask(label, what, fields, perform, done) {
	document.getElementById('confirm-title').textContent = label;
	document.getElementById('confirm-text').textContent = what;
	document.getElementById('confirm-fields').replaceChildren(...Object.entries(fields).map(([name, [title, value, lines]]) =>
		el('label', {}, title, lines ? el('textarea', { name, rows: '4' }, value)
			: el('input', { name, value, autocomplete: 'off' }))));
	dialog.returnValue = 'cancel';
	dialog.onclose = async () => {
		if (dialog.returnValue !== 'ok') {
			return;
		}
		const given = Object.fromEntries([...dialog.querySelectorAll('input, textarea')].filter((input) => input.value !== '')
			.map((input) => [input.name, input.value]));
		try {
			done(null, await perform(given));
		}
		catch (error) {
			done(error, null);
		}
	};
	dialog.showModal();
}
