// Ctrl/Cmd-K: go to any page or person by typing a few letters.
// The server's list: GET {data-palette}?q= answers [{"label", "detail", "href", "group"}], pages for an empty
// q, people as well for two letters or more. The pages of the rail are known without asking.
const dialog = document.getElementById('palette');
const mac = /mac|iphone|ipad/i.test(navigator.platform);
const options = [];
let at = 0;
let asked = 0;
let timer;

// Letters in order; close together and at the start of words counts more. -1 is no match.
export const score = (query, label) => {
    const wanted = query.toLowerCase();
    const text = label.toLowerCase();
    let from = 0;
    let sum = 0;
    let last = -2;
    for (const letter of wanted) {
        const found = text.indexOf(letter, from);
        if (found < 0) return -1;
        sum += found === last + 1 ? 3 : 1;
        if (found === 0 || /[\s/_-]/.test(text[found - 1])) sum += 2;
        last = found;
        from = found + 1;
    }
    return sum - text.length / 100;
};

const start = () => {
    const field = dialog.querySelector('input');
    const list = dialog.querySelector('[role=listbox]');
    const note = dialog.querySelector('[data-palette-note]');
    const pages = [...document.querySelectorAll('.rail-group a')].map((link) => ({
        label: link.textContent.trim(),
        detail: link.closest('[role=group]').getAttribute('aria-label'),
        href: link.getAttribute('href'),
    }));
    const local = () => {
        const query = field.value.trim();
        return pages
            .map((page) => ({ ...page, score: query ? score(query, page.label) : 0 }))
            .filter((page) => page.score >= 0)
            .sort((a, b) => b.score - a.score);
    };

    const mark = (next) => {
        at = Math.max(0, Math.min(next, options.length - 1));
        [...list.children].forEach((row, i) => row.setAttribute('aria-selected', String(i === at)));
        const row = list.children[at];
        if (row) {
            field.setAttribute('aria-activedescendant', row.id);
            row.scrollIntoView({ block: 'nearest' });
        } else field.removeAttribute('aria-activedescendant');
    };

    const draw = (found) => {
        options.splice(0, options.length, ...found);
        list.replaceChildren(
            ...found.map((option, i) => {
                const row = document.createElement('li');
                row.id = `palette-${i}`;
                row.role = 'option';
                const label = document.createElement('span');
                label.textContent = option.label;
                const detail = document.createElement('span');
                detail.className = 'faint';
                detail.textContent = option.detail ?? option.group ?? '';
                row.append(label, detail);
                return row;
            }),
        );
        note.textContent = found.length ? '' : 'Nothing by that name. Try fewer letters.';
        mark(0);
    };

    const ask = async () => {
        const turn = ++asked;
        try {
            const query = field.value.trim();
            const answer = await fetch(`${document.body.dataset.palette}?q=${encodeURIComponent(query)}`, {
                headers: { Accept: 'application/json' },
            });
            if (!answer.ok) throw new Error(answer.status);
            const found = await answer.json();
            if (turn !== asked) return;
            const known = local();
            draw([...known, ...found.filter((one) => !known.some((page) => page.href === one.href))]);
        } catch {
            if (turn === asked) note.textContent = 'People could not be searched just now; the pages above still work.';
        }
    };

    const go = () => {
        if (options[at]) location.assign(options[at].href);
    };

    field.addEventListener('input', () => {
        draw(local());
        clearTimeout(timer);
        timer = setTimeout(ask, 120);
    });
    field.addEventListener('keydown', (event) => {
        const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
        if (event.key in steps) {
            event.preventDefault();
            mark(at + steps[event.key]);
        } else if (event.key === 'Enter') {
            event.preventDefault();
            go();
        }
    });
    list.addEventListener('click', (event) => {
        at = [...list.children].indexOf(event.target.closest('li'));
        go();
    });
    dialog.addEventListener('click', (event) => {
        if (event.target === dialog) dialog.close();
    });

    return () => {
        field.value = '';
        draw(local());
        dialog.showModal();
        field.focus();
        ask();
    };
};

if (dialog) {
    const open = start();
    document.querySelectorAll('[data-palette-key]').forEach((key) => (key.textContent = mac ? '⌘ K' : 'Ctrl K'));
    document.addEventListener('click', (event) => {
        if (event.target.closest('[data-palette-open]')) open();
    });
    document.addEventListener('keydown', (event) => {
        if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
            event.preventDefault();
            if (dialog.open) dialog.close();
            else open();
        }
    });
}
