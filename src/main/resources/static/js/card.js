// The card of a person, fetched from its own address when the pointer or the focus rests on the chip.
const cards = new Map();
const panel = document.createElement('div');
panel.className = 'hovercard';
panel.popover = 'manual';
let timer;

const place = (chip) => {
    const box = chip.getBoundingClientRect();
    const below = box.bottom + 8 + panel.offsetHeight < innerHeight;
    panel.style.left = `${Math.max(8, Math.min(box.left, innerWidth - panel.offsetWidth - 8))}px`;
    panel.style.top = `${below ? box.bottom + 8 : Math.max(8, box.top - panel.offsetHeight - 8)}px`;
};

const show = async (chip) => {
    const url = chip.dataset.card;
    if (!cards.has(url)) {
        const answer = await fetch(url, { headers: { 'HX-Request': 'true' } });
        if (!answer.ok) return;
        cards.set(url, await answer.text());
    }
    if (!chip.isConnected || !chip.matches(':hover, :focus, :focus-within')) return;
    panel.innerHTML = cards.get(url);
    document.body.append(panel);
    panel.showPopover();
    place(chip);
};

const hide = () => {
    clearTimeout(timer);
    if (panel.matches(':popover-open')) panel.hidePopover();
};

for (const start of ['pointerover', 'focusin']) {
    document.addEventListener(start, (event) => {
        const chip = event.target.closest?.('[data-card]');
        if (!chip || event.pointerType === 'touch') return;
        clearTimeout(timer);
        timer = setTimeout(() => show(chip).catch(hide), 350);
    });
}
for (const end of ['pointerout', 'focusout']) {
    document.addEventListener(end, (event) => {
        const from = event.target.closest?.('[data-card], .hovercard');
        const to = event.relatedTarget?.closest?.('[data-card], .hovercard');
        if (from && to !== panel && from !== to) timer = (clearTimeout(timer), setTimeout(hide, 120));
        else if (to === panel) clearTimeout(timer);
    });
}
document.addEventListener('keydown', (event) => event.key === 'Escape' && hide());
document.addEventListener('scroll', hide, { passive: true, capture: true });
