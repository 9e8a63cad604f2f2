// Where everybody stands: ties pull, all push each other away (Barnes and Hut, 1986), groups keep together.
// Runs in a worker; the same people and ties always give the same picture.
const THETA = 0.81; // 0.9 squared
const TICKS = 300;
const TELL = 40; // ms

const tree = (n) => {
    const room = 8 * n + 64;
    return { child: new Int32Array(4 * room), mass: new Float32Array(room), cx: new Float32Array(room), cy: new Float32Array(room), used: 0, room };
};

const cell = (t) => {
    const at = t.used++;
    t.child.fill(0, 4 * at, 4 * at + 4);
    t.mass[at] = t.cx[at] = t.cy[at] = 0;
    return at;
};

// A child is 0 for none, a cell's number, or -1 - body.
const grow = (t, x, y) => {
    const n = x.length;
    let low = Infinity;
    let high = -Infinity;
    for (let i = 0; i < n; i++) {
        low = Math.min(low, x[i], y[i]);
        high = Math.max(high, x[i], y[i]);
    }
    t.used = 0;
    cell(t);
    const size = Math.max(1, high - low);
    for (let i = 0; i < n; i++) {
        let at = 0;
        let left = low;
        let top = low;
        let half = size / 2;
        for (let depth = 0; ; depth++) {
            t.mass[at] += 1;
            t.cx[at] += x[i];
            t.cy[at] += y[i];
            const right = x[i] >= left + half ? 1 : 0;
            const below = y[i] >= top + half ? 1 : 0;
            const slot = 4 * at + 2 * below + right;
            const held = t.child[slot];
            left += right * half;
            top += below * half;
            half /= 2;
            if (held === 0) {
                t.child[slot] = -1 - i;
                break;
            }
            if (held < 0) {
                if (depth > 24 || t.used >= t.room - 1) break; // in the same place: the first stands for both
                const inner = cell(t);
                const other = -1 - held;
                t.child[slot] = inner;
                t.mass[inner] = 1;
                t.cx[inner] = x[other];
                t.cy[inner] = y[other];
                t.child[4 * inner + (y[other] >= top + half ? 2 : 0) + (x[other] >= left + half ? 1 : 0)] = held;
                at = inner;
            } else {
                at = held;
            }
        }
    }
    for (let c = 0; c < t.used; c++) {
        t.cx[c] /= t.mass[c];
        t.cy[c] /= t.mass[c];
    }
    return size;
};

const open = new Int32Array(512);
const width = new Float32Array(512);

const push = (t, size, x, y, i, force, out) => {
    let fx = 0;
    let fy = 0;
    let top = 0;
    open[top] = 0;
    width[top++] = size;
    while (top > 0) {
        const at = open[--top];
        const w = width[top];
        const dx = t.cx[at] - x[i];
        const dy = t.cy[at] - y[i];
        const d2 = dx * dx + dy * dy;
        if (w * w < THETA * d2) {
            const f = force * t.mass[at] / Math.max(d2, 1);
            fx -= dx * f;
            fy -= dy * f;
            continue;
        }
        for (let q = 4 * at; q < 4 * at + 4; q++) {
            const held = t.child[q];
            if (held > 0 && top < 510) {
                open[top] = held;
                width[top++] = w / 2;
            } else if (held < 0 && -1 - held !== i) {
                const other = -1 - held;
                const ex = x[other] - x[i] || (i - other) * 1e-3;
                const ey = y[other] - y[i] || (other - i) * 1e-3;
                const f = force / Math.max(ex * ex + ey * ey, 1);
                fx -= ex * f;
                fy -= ey * f;
            }
        }
    }
    out[0] = fx;
    out[1] = fy;
};

onmessage = ({ data: { groups, lines, still } }) => {
    const n = groups.length;
    const x = new Float32Array(n);
    const y = new Float32Array(n);
    const vx = new Float32Array(n);
    const vy = new Float32Array(n);
    const degree = new Int32Array(n);
    for (let i = 0; i < lines.length; i += 3) {
        degree[lines[i]]++;
        degree[lines[i + 1]]++;
    }
    // each group begins in a place of its own, on a spiral
    const spread = 14 * Math.sqrt(n);
    const members = new Map();
    groups.forEach((g, i) => {
        const a = g * 2.399963;
        const r = spread * Math.sqrt(Math.min(g, 60) / 60);
        const k = members.get(g) ?? 0;
        members.set(g, k + 1);
        x[i] = r * Math.cos(a) + 8 * Math.sqrt(k) * Math.cos(k * 2.399963);
        y[i] = r * Math.sin(a) + 8 * Math.sqrt(k) * Math.sin(k * 2.399963);
    });
    const t = tree(n);
    const out = new Float32Array(2);
    const sumX = new Float64Array(n);
    const sumY = new Float64Array(n);
    let told = performance.now();
    const tell = (done) => {
        const places = new Float32Array(2 * n);
        for (let i = 0; i < n; i++) {
            places[2 * i] = x[i];
            places[2 * i + 1] = y[i];
        }
        postMessage({ places, done }, [places.buffer]);
    };
    for (let tick = 0, alpha = 1; tick < TICKS; tick++, alpha *= 0.977) {
        for (let i = 0; i < lines.length; i += 3) {
            const a = lines[i];
            const b = lines[i + 1];
            const dx = x[b] + vx[b] - x[a] - vx[a] || 1e-3;
            const dy = y[b] + vy[b] - y[a] - vy[a] || 1e-3;
            const d = Math.sqrt(dx * dx + dy * dy);
            const same = groups[a] === groups[b] ? 1 : 0.35;
            const f = ((d - 36) / d) * alpha * same * lines[i + 2] / Math.min(degree[a], degree[b]);
            const share = degree[a] / (degree[a] + degree[b]);
            vx[b] -= dx * f * share;
            vy[b] -= dy * f * share;
            vx[a] += dx * f * (1 - share);
            vy[a] += dy * f * (1 - share);
        }
        const size = grow(t, x, y);
        sumX.fill(0);
        sumY.fill(0);
        for (let i = 0; i < n; i++) {
            sumX[groups[i]] += x[i];
            sumY[groups[i]] += y[i];
        }
        for (let i = 0; i < n; i++) {
            push(t, size, x, y, i, 60 * alpha, out);
            const together = members.get(groups[i]);
            const own = together > 2 ? 0.04 * alpha : 0;
            vx[i] = (vx[i] + out[0] - x[i] * 0.03 * alpha + (sumX[groups[i]] / together - x[i]) * own) * 0.6;
            vy[i] = (vy[i] + out[1] - y[i] * 0.03 * alpha + (sumY[groups[i]] / together - y[i]) * own) * 0.6;
        }
        for (let i = 0; i < n; i++) {
            x[i] += vx[i];
            y[i] += vy[i];
        }
        if (!still && performance.now() - told > TELL) {
            tell(false);
            told = performance.now();
        }
    }
    tell(true);
};
