// Moving about in the picture: drag, wheel, two fingers, keys and buttons.
const SMALLEST = 0.05;
const LARGEST = 12;
const KEYS = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };

export const steer = (picture, section) => {
    const { box, view } = picture;
    let touched = false;

    const zoom = (by, px = box.clientWidth / 2, py = box.clientHeight / 2) => {
        const to = Math.min(LARGEST, Math.max(SMALLEST, view.zoom * by));
        const dx = px - box.clientWidth / 2;
        const dy = py - box.clientHeight / 2;
        view.x += dx / view.zoom - dx / to;
        view.y += dy / view.zoom - dy / to;
        view.zoom = to;
        touched = true;
        picture.want(false);
    };
    const move = (dx, dy) => {
        view.x -= dx / view.zoom;
        view.y -= dy / view.zoom;
        touched = true;
        picture.want(false);
    };
    // Everybody in the window, or nearly: who stands far out on their own does not shrink the rest.
    const fit = (asked) => {
        if (touched && !asked) return;
        const { places } = picture;
        if (!places?.length) return;
        const edge = (axis, share) => {
            const all = Float32Array.from({ length: places.length / 2 }, (_, i) => places[2 * i + axis]).sort();
            return all[Math.min(all.length - 1, Math.max(0, Math.round(share * (all.length - 1))))];
        };
        const out = picture.people.length > 200 ? 0.005 : 0;
        const [left, right, top, bottom] = [edge(0, out), edge(0, 1 - out), edge(1, out), edge(1, 1 - out)];
        view.x = (left + right) / 2;
        view.y = (top + bottom) / 2;
        view.zoom = Math.min(2.5, Math.max(SMALLEST, Math.min(
            box.clientWidth / (right - left + 80), box.clientHeight / (bottom - top + 80))));
        picture.want(true);
    };

    const fingers = new Map();
    const spread = () => {
        const [a, b] = [...fingers.values()];
        return b ? { size: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : { size: 0, ...a };
    };
    const here = ({ clientX, clientY }) => {
        const { left, top } = box.getBoundingClientRect();
        return { x: clientX - left, y: clientY - top };
    };
    box.addEventListener('pointerdown', (event) => {
        if (event.target.closest('.ties-card')) return;
        fingers.set(event.pointerId, here(event));
        box.setPointerCapture(event.pointerId);
    });
    box.addEventListener('pointermove', (event) => {
        if (!fingers.has(event.pointerId)) return;
        const before = spread();
        fingers.set(event.pointerId, here(event));
        const after = spread();
        if (before.size && after.size) zoom(after.size / before.size, after.x, after.y);
        move(after.x - before.x, after.y - before.y);
    });
    for (const end of ['pointerup', 'pointercancel']) {
        box.addEventListener(end, (event) => fingers.delete(event.pointerId));
    }
    box.addEventListener('wheel', (event) => {
        event.preventDefault();
        const { x, y } = here(event);
        zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), x, y);
    }, { passive: false });
    box.addEventListener('keydown', (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key in KEYS) move(-KEYS[event.key][0], -KEYS[event.key][1]);
        else if (event.key === '+' || event.key === '=') zoom(1.25);
        else if (event.key === '-') zoom(0.8);
        else if (event.key === '0') fit(true);
        else return;
        event.preventDefault();
        event.stopPropagation();
    });
    section.querySelectorAll('[data-ties-zoom]').forEach((button) => button.addEventListener('click', () => {
        if (button.dataset.tiesZoom === 'fit') fit(true);
        else zoom(button.dataset.tiesZoom === 'in' ? 1.4 : 1 / 1.4);
    }));
    return { fit };
};
