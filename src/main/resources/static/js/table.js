// Tables under the hand: j and k move, Enter opens, x chooses; the bar of actions shows when something is chosen.
// A row is a <tr> with a link `.row-link`; choosing needs a checkbox `[data-choose]` in it.
import { typing } from './shortcuts.js';

const rowsOf = (table) => [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => row.querySelector('.row-link'));

const current = () => document.querySelector('tr[data-at]');

const move = (step) => {
    const table = current()?.closest('table') ?? document.querySelector('table[data-rows]');
    if (!table) return false;
    const rows = rowsOf(table);
    const before = rows.indexOf(current());
    const row = rows[Math.max(0, Math.min(before + step, rows.length - 1))];
    current()?.removeAttribute('data-at');
    if (!row) return false;
    row.setAttribute('data-at', '');
    row.querySelector('.row-link').focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
    return true;
};

const count = (table) => {
    const all = [...table.querySelectorAll('tbody [data-choose]')];
    const chosen = all.filter((box) => box.checked);
    all.forEach((box) => box.closest('tr').toggleAttribute('data-chosen', box.checked));
    const every = table.querySelector('[data-choose-all]');
    if (every) {
        every.checked = all.length > 0 && chosen.length === all.length;
        every.indeterminate = chosen.length > 0 && chosen.length < all.length;
    }
    const bar = table.closest('form')?.querySelector('[data-bulk]');
    if (bar) {
        bar.hidden = chosen.length === 0;
        const words = bar.querySelector('[data-bulk-count]');
        if (words) words.textContent = `${chosen.length.toLocaleString(document.documentElement.lang)} chosen`;
    }
};

document.addEventListener('change', (event) => {
    const table = event.target.closest?.('table[data-rows]');
    if (!table) return;
    if (event.target.matches('[data-choose-all]')) {
        table.querySelectorAll('tbody [data-choose]').forEach((box) => (box.checked = event.target.checked));
    }
    if (event.target.matches('[data-choose], [data-choose-all]')) count(table);
});

document.addEventListener('focusin', (event) => {
    const row = event.target.closest?.('table[data-rows] tbody tr');
    if (!row || row === current()) return;
    current()?.removeAttribute('data-at');
    row.setAttribute('data-at', '');
});

document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event)) return;
    if (event.key === 'j' || event.key === 'k') {
        if (move(event.key === 'j' ? 1 : -1)) event.preventDefault();
    } else if (event.key === 'x' && current()) {
        current().querySelector('[data-choose]')?.click();
    } else if (event.key === 'Enter' && current() && event.target === document.body) {
        current().querySelector('.row-link').click();
    }
});
