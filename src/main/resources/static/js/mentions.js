// @ in a note offers the colleagues; the arrows choose, Enter or Tab takes, Escape leaves. Without script the name is typed.
const START = /(^|[^\p{L}\p{N}_.@])@([\p{L}\p{N}_ .'-]{0,40})$/u;

let names;
const known = (url) => (names ??= fetch(url, { headers: { Accept: 'application/json' } }).then((answer) => (answer.ok ? answer.json() : [])));

const close = (field) => {
    document.getElementById('mention-list')?.remove();
    for (const name of ['aria-activedescendant', 'aria-controls']) field.removeAttribute(name);
};

const options = () => [...(document.getElementById('mention-list')?.children ?? [])];

const mark = (field, to) => {
    options().forEach((option, i) => option.setAttribute('aria-selected', String(i === to)));
    if (options()[to]) field.setAttribute('aria-activedescendant', options()[to].id);
};

const take = (field, option) => {
    const before = field.value.slice(0, field.selectionStart).replace(START, (_, space) => `${space}@${option.textContent} `);
    const after = field.value.slice(field.selectionStart);
    field.value = before + after;
    field.setSelectionRange(before.length, before.length);
    close(field);
    field.focus();
};

const offer = async (field) => {
    const typed = START.exec(field.value.slice(0, field.selectionStart))?.[2].toLowerCase();
    if (typed === undefined) return close(field);
    const found = (await known(field.dataset.mentions)).filter((one) => one.name.toLowerCase().startsWith(typed)).slice(0, 6);
    close(field);
    if (!found.length || found.some((one) => one.name.toLowerCase() === typed.trim())) return;
    const list = document.createElement('ul');
    list.id = 'mention-list';
    list.className = 'mention-list';
    list.role = 'listbox';
    list.ariaLabel = 'Colleagues';
    found.forEach((one, i) => {
        const option = document.createElement('li');
        option.id = `mention-${i}`;
        option.role = 'option';
        option.textContent = one.name;
        option.addEventListener('mousedown', (event) => {
            event.preventDefault();
            take(field, option);
        });
        list.append(option);
    });
    field.after(list);
    field.setAttribute('aria-controls', list.id);
    mark(field, 0);
};

document.addEventListener('input', (event) => {
    if (event.target.matches?.('textarea[data-mentions]')) offer(event.target);
});

document.addEventListener('keydown', (event) => {
    const field = event.target;
    const all = options();
    if (!all.length || !field.matches?.('textarea[data-mentions]')) return;
    const at = all.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        mark(field, (at + (event.key === 'ArrowDown' ? 1 : all.length - 1)) % all.length);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
        take(field, all[at]);
    } else if (event.key === 'Escape') {
        close(field);
    } else return;
    event.preventDefault();
});

document.addEventListener('focusout', (event) => {
    if (event.target.matches?.('textarea[data-mentions]')) close(event.target);
});
