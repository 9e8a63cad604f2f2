// Who somebody in the picture is: beside the pointer, and for whom was chosen with a click or the keys.
import { whoAt } from './ties-canvas.js';

const link = (href, words) => {
    const a = document.createElement('a');
    a.href = href;
    a.textContent = words;
    return a;
};

export const card = (picture, section, numbers) => {
    const { box, people, view } = picture;
    const shown = section.querySelector('[data-ties-card]');
    const said = section.querySelector('[data-ties-said]');
    const order = people.map((_, i) => i).sort((a, b) => people[b].strength - people[a].strength);

    const facts = (p) => [
        p.organisation,
        p.role === 'staff' ? 'staff' : '',
        `knows ${numbers.format(p.ties)} here`,
        `group ${p.group + 1}`,
        p.bridge ? 'a bridge' : '',
    ].filter(Boolean).join(', ');

    const place = (i) => {
        const x = (picture.places[2 * i] - view.x) * view.zoom + box.clientWidth / 2;
        const y = (picture.places[2 * i + 1] - view.y) * view.zoom + box.clientHeight / 2;
        shown.style.left = `${Math.max(8, Math.min(box.clientWidth - shown.offsetWidth - 8, x + 14))}px`;
        shown.style.top = `${Math.max(8, Math.min(box.clientHeight - shown.offsetHeight - 8, y + 14))}px`;
    };
    const show = (i) => {
        shown.hidden = i < 0;
        if (i < 0) return;
        const p = people[i];
        const name = document.createElement('strong');
        name.append(link(section.dataset.people + p.id, p.name));
        const words = document.createElement('span');
        words.className = 'soft small';
        words.textContent = facts(p);
        shown.replaceChildren(name, words, link(section.dataset.around + p.id, 'Draw around them'));
        place(i);
    };
    const choose = (i, centre) => {
        picture.chosen = i;
        if (i >= 0) {
            said.textContent = `${people[i].name}: ${facts(people[i])}`;
            if (centre) {
                view.x = picture.places[2 * i];
                view.y = picture.places[2 * i + 1];
            }
        }
        picture.want(true);
        show(i);
    };

    let pressed = null;
    box.addEventListener('pointerdown', ({ clientX, clientY, target }) => {
        pressed = target.closest('.ties-card') ? null : [clientX, clientY];
        if (pressed) shown.hidden = true;
    });
    box.addEventListener('pointerup', (event) => {
        if (!pressed || Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > 5) return;
        const { left, top } = box.getBoundingClientRect();
        choose(whoAt(picture, event.clientX - left, event.clientY - top), false);
    });
    box.addEventListener('pointermove', (event) => {
        if (event.buttons || event.pointerType === 'touch' || event.target.closest('.ties-card')) return;
        const { left, top } = box.getBoundingClientRect();
        const over = whoAt(picture, event.clientX - left, event.clientY - top);
        box.classList.toggle('over', over >= 0);
        if (over !== picture.hovered) {
            picture.hovered = over;
            show(over >= 0 ? over : picture.chosen);
        }
    });
    box.addEventListener('wheel', () => { shown.hidden = true; }, { passive: true });
    let step = -1;
    box.addEventListener('keydown', (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || !picture.places || !people.length) return;
        if (event.key === '.' || event.key === ',') {
            const among = picture.found?.size ? order.filter((i) => picture.found.has(i)) : order;
            step = (step + (event.key === '.' ? 1 : -1) + among.length) % among.length;
            choose(among[step], true);
        } else if (event.key === 'Enter' && picture.chosen >= 0 && event.target === box) {
            location.assign(section.dataset.people + people[picture.chosen].id);
        } else if (event.key === 'Escape' && picture.chosen >= 0) {
            choose(-1, false);
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    });
};
