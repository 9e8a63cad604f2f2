// One key to search (/), one to the list of keys (?), two to go to a page (g and its letter).
let waiting = 0;

export const typing = (event) =>
    event.target.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]') !== null ||
    document.querySelector('dialog[open]') !== null;

const plain = (event) => !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented && !typing(event);

document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && event.target.matches?.('[data-search-field]')) event.target.blur();
    if (!plain(event)) return;
    if (waiting && Date.now() - waiting < 1500) {
        waiting = 0;
        const page = document.querySelector(`.rail-item[data-key="${CSS.escape(event.key)}"]`);
        if (page) {
            event.preventDefault();
            location.assign(page.href);
            return;
        }
    }
    if (event.key === 'g') waiting = Date.now();
    else if (event.key === '/') {
        const field = document.querySelector('[data-search-field]');
        if (field) {
            event.preventDefault();
            field.focus();
            field.select();
        }
    } else if (event.key === '?') {
        const page = document.querySelector('#account a[href$="/shortcuts"]');
        if (page) location.assign(page.href);
    }
});
