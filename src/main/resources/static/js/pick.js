// A field [data-pick] offers people by the letters typed: "#12 Ada Lovelace", which the server takes by its number.
let timer;

const offer = async (field) => {
    const typed = field.value.trim();
    if (typed.length < 2 || typed.startsWith('#') || typed.includes('/')) return;
    const answer = await fetch(`${field.dataset.pick}?q=${encodeURIComponent(typed)}`, { headers: { Accept: 'application/json' } });
    if (!answer.ok) return;
    const people = (await answer.json()).filter((one) => one.group === 'People' && /\/people\/\d+$/.test(one.href));
    field.list.replaceChildren(
        ...people.map((one) => {
            const option = document.createElement('option');
            option.value = `#${one.href.split('/').pop()} ${one.label}`;
            // a browser offers only what holds the letters typed
            option.label = one.detail ? `${one.label}, ${one.detail}` : one.label;
            return option;
        }),
    );
};

document.addEventListener('input', (event) => {
    if (!event.target.matches?.('[data-pick]')) return;
    clearTimeout(timer);
    timer = setTimeout(() => offer(event.target), 150);
});
