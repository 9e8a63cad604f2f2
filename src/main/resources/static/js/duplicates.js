// Deciding who is one person: one pair is shown, the next few wait hidden, so that the next is there at once while the
// answer travels. y, n and l decide, j, k and the arrows move, z takes back. Without script the first pair is a plain form.
import { csrfHeaders } from './csrf.js';
import { flash } from './flash.js';
import { typing } from './shortcuts.js';

const queue = document.getElementById('duplicates');
const decided = new Set();
const undone = [];
let last = Promise.resolve();

const pairs = () => [...queue.querySelectorAll('.candidate')];
const current = () => pairs().find((pair) => !pair.hidden);

const show = (pair, focus = true) => {
    for (const other of pairs()) other.hidden = other !== pair;
    if (pair && focus) {
        pair.querySelector('h2').focus({ preventScroll: true });
        scrollTo({ top: 0 });
    }
};

const post = async (url, body) => {
    const answer = await fetch(url, {
        method: 'POST',
        headers: { ...csrfHeaders(), 'HX-Request': 'true' },
        body,
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = document.createElement('template');
    page.innerHTML = await answer.text();
    return page.content;
};

// Keeps what is looked at; all else is as the answer has it.
const take = (answer, front) => {
    const lede = document.getElementById('lede');
    const left = answer.querySelector('[data-left]')?.textContent;
    if (lede && left) lede.textContent = left;
    const message = answer.querySelector('[data-flash]');
    if (message) {
        document.querySelectorAll('#flashes [data-flash]:not(.tone-bad)').forEach((old) => old.remove());
        document.getElementById('flashes').append(message);
        const undo = message.dataset.flash === 'undo' && message.querySelector('form');
        if (undo) undone.push(undo.getAttribute('action'));
    }
    const kept = front ? null : current();
    for (const pair of pairs()) if (pair !== kept) pair.remove();
    queue.querySelector('[data-none]')?.remove();
    for (const pair of answer.querySelectorAll('.candidate')) {
        const known = pair.dataset.pair === kept?.dataset.pair || decided.has(pair.dataset.pair);
        if (known && pair.dataset.pair !== front) continue;
        pair.hidden = true;
        queue.append(pair);
    }
    if (!current()) show(pairs()[0]);
    const none = answer.querySelector('[data-none]');
    if (!current() && none) queue.append(none);
};

const send = (url, body, front, again) => {
    last = last
        .then(() => post(url, body))
        .then((answer) => take(answer, front))
        .catch(() => {
            flash('That did not work, and nothing was changed. Check your connection and try again.', 'bad');
            again?.();
        });
};

const decide = (form, button) => {
    const pair = form.closest('.candidate');
    const body = new URLSearchParams(new FormData(form, button));
    const next = pair.nextElementSibling?.matches('.candidate') ? pair.nextElementSibling : pairs().find((other) => other !== pair);
    decided.add(pair.dataset.pair);
    pair.remove();
    show(next);
    send(form.getAttribute('action'), body, null, () => {
        decided.delete(pair.dataset.pair);
        queue.prepend(pair);
        show(pair);
    });
};

const undo = () =>
    last.then(() => {
        const url = undone.pop();
        if (!url) return;
        const front = new URL(url, location.href).searchParams.get('pair');
        decided.delete(front);
        send(url, new URLSearchParams(), front);
    });

const move = (step) => {
    const all = pairs();
    const to = all[all.indexOf(current()) + step];
    if (to) show(to);
};

if (queue) {
    queue.dataset.live = '';
    show(pairs()[0], false);
    const before = document.querySelector('#flashes [data-flash="undo"] form')?.getAttribute('action');
    if (before?.includes('/duplicates/undoing')) undone.push(before);
    queue.addEventListener('submit', (event) => {
        if (!event.target.matches('.verdict')) return;
        event.preventDefault();
        decide(event.target, event.submitter);
    });
    document.addEventListener('keydown', (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event)) return;
        const button = /^[ynl]$/.test(event.key) && current()?.querySelector(`[data-verdict="${event.key}"]`);
        if (button) button.click();
        else if (['j', 'ArrowRight', 'ArrowDown'].includes(event.key)) move(1);
        else if (['k', 'ArrowLeft', 'ArrowUp'].includes(event.key)) move(-1);
        else if (event.key === 'z') undo();
        else return;
        event.preventDefault();
    });
}
