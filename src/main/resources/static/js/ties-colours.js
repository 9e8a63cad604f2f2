// Which colour stands for what: the eight of the charts, seven for the most frequent and one for all others.
const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

export const colours = () => {
    const probe = document.createElement('span');
    probe.className = 'hidden';
    document.body.append(probe);
    const colour = (name) => {
        probe.style.color = `var(--${name})`;
        pen.fillStyle = getComputedStyle(probe).color;
        pen.fillRect(0, 0, 1, 1);
        return `rgb(${[...pen.getImageData(0, 0, 1, 1).data].slice(0, 3).join(', ')})`;
    };
    const all = {
        hues: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => colour(`chart-${n}`)),
        ink: colour('ink'), line: colour('line-strong'), paper: colour('paper-raised'), focus: colour('focus'),
        font: getComputedStyle(document.body).fontFamily,
    };
    probe.remove();
    return all;
};

const words = {
    group: (p) => `Group ${p.group + 1}`,
    platform: (p) => p.platform || 'Platform not told',
    organisation: (p) => p.organisation || 'Organisation not told',
    role: (p) => (p.role === 'staff' ? 'Staff' : 'Member'),
};

const ranked = (people, by) => {
    const counts = new Map();
    people.forEach((p) => counts.set(words[by](p), (counts.get(words[by](p)) ?? 0) + 1));
    return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en', { numeric: true })).map(([word]) => word);
};

export const hueOf = (people, by) => {
    const known = by in words ? by : 'group';
    const rank = new Map(ranked(people, known).map((word, i) => [word, Math.min(i, 7)]));
    return people.map((p) => (words[known](p).endsWith(' not told') ? 7 : rank.get(words[known](p))));
};

export const legend = (list, people, by, hues) => {
    const known = by in words ? by : 'group';
    const shown = new Map();
    people.forEach((p, i) => {
        const word = words[known](p);
        const entry = shown.get(hues[i]) ?? { word, words: new Set(), people: 0 };
        entry.words.add(word);
        entry.people += 1;
        shown.set(hues[i], entry);
    });
    list.replaceChildren(...[...shown].sort((a, b) => a[0] - b[0]).map(([hue, entry]) => {
        const item = document.createElement('li');
        const mark = document.createElement('span');
        mark.className = `ties-mark hue-${hue + 1}`;
        item.append(mark, `${entry.words.size > 1 ? 'All others' : entry.word} (${entry.people})`);
        return item;
    }));
};
