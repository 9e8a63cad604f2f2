// The picture itself. All that stands still is painted once onto a larger sheet; moving about only moves the
// sheet, and it is painted anew when the hand rests or its edge is reached.
const MARGIN = 0.5; // of the window, on each side of the sheet
const REST = 120; // ms
const LABELS = 24;

const radius = (p) => 3 + Math.min(9, 1.6 * Math.log1p(p.strength));

const mark = (pen, p, x, y, r) => {
    if (p.role === 'staff') {
        pen.rect(x - r, y - r, 2 * r, 2 * r);
    } else {
        pen.moveTo(x + r, y);
        pen.arc(x, y, r, 0, 7);
    }
};

const paintLines = (pen, picture, at, zoom) => {
    const { lines, places, found, chosen, near } = picture;
    const dim = found !== null || chosen >= 0;
    const widths = [0.5, 1, 2];
    pen.strokeStyle = picture.colours.line;
    widths.forEach((width, band) => {
        pen.beginPath();
        pen.globalAlpha = (dim ? 0.12 : 0.2) + 0.12 * band;
        pen.lineWidth = width * Math.min(1.5, Math.max(0.7, zoom));
        for (const [a, b, w] of lines) {
            if ((w < 1 ? 0 : w < 6 ? 1 : 2) !== band) continue;
            pen.moveTo(at(places[2 * a], 0), at(places[2 * a + 1], 1));
            pen.lineTo(at(places[2 * b], 0), at(places[2 * b + 1], 1));
        }
        pen.stroke();
    });
    if (chosen >= 0) {
        pen.beginPath();
        pen.globalAlpha = 0.9;
        pen.strokeStyle = picture.colours.focus;
        pen.lineWidth = 1.5;
        for (const b of near[chosen]) {
            pen.moveTo(at(places[2 * chosen], 0), at(places[2 * chosen + 1], 1));
            pen.lineTo(at(places[2 * b], 0), at(places[2 * b + 1], 1));
        }
        pen.stroke();
    }
};

const paintPeople = (pen, picture, at, zoom) => {
    const { people, places, found, chosen, near, colours, hues } = picture;
    const bright = chosen >= 0 ? new Set([chosen, ...near[chosen]]) : found;
    const scale = Math.min(1.8, Math.max(0.6, Math.sqrt(zoom)));
    for (const lit of bright ? [false, true] : [true]) {
        pen.globalAlpha = lit ? 1 : 0.2;
        colours.hues.forEach((colour, hue) => {
            pen.beginPath();
            people.forEach((p, i) => {
                if (hues[i] === hue && (!bright || bright.has(i) === lit)) {
                    mark(pen, p, at(places[2 * i], 0), at(places[2 * i + 1], 1), radius(p) * scale);
                }
            });
            pen.fillStyle = colour;
            pen.fill();
            pen.strokeStyle = colours.paper;
            pen.lineWidth = 1;
            pen.stroke();
        });
    }
    pen.globalAlpha = 1;
    pen.strokeStyle = colours.ink;
    pen.lineWidth = 1.5;
    pen.beginPath();
    people.forEach((p, i) => {
        if ((p.bridge || i === picture.around) && (!bright || bright.has(i))) mark(pen, p, at(places[2 * i], 0), at(places[2 * i + 1], 1), (radius(p) + 2) * scale);
    });
    pen.stroke();
};

const label = (pen, picture, i, x, y) => {
    const name = picture.people[i].name.slice(0, 40);
    pen.lineWidth = 3;
    pen.strokeStyle = picture.colours.paper;
    pen.strokeText(name, x, y);
    pen.fillStyle = picture.colours.ink;
    pen.fillText(name, x, y);
};

// Names where there is room: who stands in front first, none over another.
const paintLabels = (pen, picture, at, zoom) => {
    const { people, places, found, chosen, near } = picture;
    const asked = chosen >= 0 ? [chosen, ...near[chosen]] : found ? [...found] : null;
    const order = (asked ?? people.map((_, i) => i)).sort((a, b) => (b === chosen) - (a === chosen) || people[b].strength - people[a].strength);
    const taken = [];
    pen.font = `12px ${picture.colours.font}`;
    pen.textAlign = 'center';
    pen.globalAlpha = 1;
    pen.lineJoin = 'round';
    const room = asked ? 60 : Math.round(LABELS * Math.max(1, zoom * zoom));
    for (const i of order.slice(0, 600)) {
        if (taken.length >= room) break;
        const x = at(places[2 * i], 0);
        const y = at(places[2 * i + 1], 1) - radius(people[i]) - 5;
        const half = 3.4 * Math.min(40, people[i].name.length) + 4;
        if (taken.some(([tx, ty, th]) => Math.abs(tx - x) < th + half && Math.abs(ty - y) < 14)) continue;
        taken.push([x, y, half]);
        label(pen, picture, i, x, y);
    }
};

const paintSheet = (picture) => {
    const { canvas, sharp, view } = picture;
    const sheet = (picture.sheet ??= document.createElement('canvas'));
    sheet.width = Math.round(canvas.width * (1 + 2 * MARGIN));
    sheet.height = Math.round(canvas.height * (1 + 2 * MARGIN));
    const pen = sheet.getContext('2d');
    pen.setTransform(sharp, 0, 0, sharp, 0, 0);
    const half = [sheet.width / sharp / 2, sheet.height / sharp / 2];
    const centre = [view.x, view.y];
    const at = (place, axis) => (place - centre[axis]) * view.zoom + half[axis];
    paintLines(pen, picture, at, view.zoom);
    paintPeople(pen, picture, at, view.zoom);
    paintLabels(pen, picture, at, view.zoom);
    picture.painted = { ...view };
    picture.stale = false;
};

export const draw = (picture) => {
    const { canvas, sharp, view, places } = picture;
    if (!places) return;
    const old = picture.painted;
    const off = old && (Math.abs(view.x - old.x) * view.zoom * sharp > canvas.width * MARGIN
        || Math.abs(view.y - old.y) * view.zoom * sharp > canvas.height * MARGIN
        || view.zoom > old.zoom * 2 || view.zoom < old.zoom * 0.6);
    if (picture.stale || !old || off) {
        paintSheet(picture);
    } else if (old.x !== view.x || old.y !== view.y || old.zoom !== view.zoom) {
        clearTimeout(picture.rest);
        if (old.zoom !== view.zoom) picture.rest = setTimeout(() => picture.want(true), REST);
    }
    const { painted, sheet } = picture;
    const pen = canvas.getContext('2d');
    const grown = view.zoom / painted.zoom;
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(
        sheet,
        canvas.width / 2 + (painted.x - view.x) * view.zoom * sharp - (sheet.width / 2) * grown,
        canvas.height / 2 + (painted.y - view.y) * view.zoom * sharp - (sheet.height / 2) * grown,
        sheet.width * grown, sheet.height * grown);
    picture.frames = (picture.frames ?? 0) + 1;
};

// Who stands nearest to a point of the window; -1 for nobody within reach.
export const whoAt = (picture, px, py) => {
    const { places, people, view, box } = picture;
    if (!places) return -1;
    let best = -1;
    let least = Infinity;
    for (let i = 0; i < people.length; i++) {
        const dx = (places[2 * i] - view.x) * view.zoom + box.clientWidth / 2 - px;
        const dy = (places[2 * i + 1] - view.y) * view.zoom + box.clientHeight / 2 - py;
        const d = Math.hypot(dx, dy) - radius(people[i]);
        if (d < least) {
            least = d;
            best = i;
        }
    }
    return least < 8 ? best : -1;
};
