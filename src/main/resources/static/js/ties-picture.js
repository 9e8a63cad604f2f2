// Draws people and ties, and lets a reader move about: by mouse, by touch, by keyboard.
import { colours, legend, hueOf } from './ties-colours.js';
import { draw } from './ties-canvas.js';
import { steer } from './ties-steer.js';
import { card } from './ties-card.js';

const person = ([id, name, role, organisation, platform, ties, strength, group, bridge]) => (
    { id, name, role, organisation, platform, ties, strength, group, bridge: bridge === 1 });

export const show = async (section) => {
    const answer = await fetch(section.dataset.ties, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const { around, people: rows, lines } = await answer.json();
    const people = rows.map(person);
    const said = section.querySelector('[data-ties-said]');
    const box = section.querySelector('.ties-stage');
    const canvas = box.querySelector('canvas');
    const choice = document.querySelector('#ties-colour');
    const numbers = new Intl.NumberFormat(section.dataset.locale);
    const picture = {
        people, lines, canvas, box, around,
        places: null, found: null, chosen: -1, hovered: -1,
        view: { x: 0, y: 0, zoom: 1 }, stale: true, wanted: false,
    };
    const near = people.map(() => []);
    lines.forEach(([a, b]) => { near[a].push(b); near[b].push(a); });
    picture.near = near;

    const paint = () => {
        picture.wanted = false;
        draw(picture);
    };
    picture.want = (stale) => {
        picture.stale ||= stale;
        if (!picture.wanted) {
            picture.wanted = true;
            requestAnimationFrame(paint);
        }
    };
    const dress = () => {
        picture.hues = hueOf(people, choice.value);
        picture.colours = colours();
        legend(section.querySelector('[data-ties-legend]'), people, choice.value, picture.hues);
        picture.want(true);
    };
    choice.addEventListener('change', () => {
        const address = new URL(location);
        address.searchParams.set('colour', choice.value);
        history.replaceState(history.state, '', address);
        dress();
    });
    new MutationObserver(dress).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', dress);

    const size = () => {
        const sharp = Math.min(devicePixelRatio || 1, 2);
        canvas.width = Math.max(1, Math.round(box.clientWidth * sharp));
        canvas.height = Math.max(1, Math.round(box.clientHeight * sharp));
        picture.sharp = sharp;
        picture.want(true);
    };
    new ResizeObserver(size).observe(box);
    size();
    dress();

    const { fit } = steer(picture, section);
    card(picture, section, numbers);

    section.querySelector('#ties-find').addEventListener('input', ({ target }) => {
        const words = target.value.trim().toLocaleLowerCase();
        picture.found = words ? new Set(people.flatMap((p, i) => (p.name.toLocaleLowerCase().includes(words) ? [i] : []))) : null;
        said.textContent = picture.found ? `${numbers.format(picture.found.size)} found` : '';
        picture.want(true);
    });

    const worker = new Worker('/js/ties-layout.js', { type: 'module' });
    const packed = new Float32Array(3 * lines.length);
    lines.forEach(([a, b, w], i) => packed.set([a, b, Math.min(1, 0.3 + Math.log1p(w) / 4)], 3 * i));
    worker.onmessage = ({ data: { places, done } }) => {
        picture.places = places;
        fit(false);
        if (done) {
            worker.terminate();
            section.dataset.done = '';
            said.textContent = `${numbers.format(people.length)} people, ${numbers.format(lines.length)} ties`;
        }
        picture.want(true);
    };
    worker.onerror = () => { said.textContent = 'The picture could not be drawn. The table below says the same.'; };
    worker.postMessage({
        groups: Int32Array.from(people, (p) => p.group),
        lines: packed,
        still: matchMedia('(prefers-reduced-motion: reduce)').matches,
    });
};
