// What all charts share: the colours of the present theme, and sentences for what they show.

// Canvas does not read custom properties: a pixel painted with one tells its colour.
const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
const probe = document.createElement('span');
export const colour = (name) => {
    probe.className = 'hidden';
    probe.style.color = `var(--${name})`;
    if (!probe.isConnected) document.body.append(probe);
    pen.fillStyle = getComputedStyle(probe).color;
    pen.fillRect(0, 0, 1, 1);
    const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
    return `rgb(${red}, ${green}, ${blue})`;
};

export const font = () => getComputedStyle(document.body).fontFamily;

export const numbers = (chart) => new Intl.NumberFormat(chart.locale, { maximumFractionDigits: 2 });

// "%" of a unit such as "% still waiting" goes with the number.
const told = (chart, value) => {
    if (value === null) return '–';
    const some = numbers(chart).format(value);
    return chart.unit.startsWith('%') ? `${some}\u00a0%${chart.unit.slice(1)}` : `${some} ${chart.unit}`;
};

const short = (chart, value) =>
    value === null ? '–' : numbers(chart).format(value) + (chart.unit.startsWith('%') ? '\u00a0%' : '');

// All positions one can go to, each with its sentence. Squares and flows are numbered row by row.
export const points = (chart) => {
    if (chart.shape === 'HEAT') {
        return chart.series.flatMap((row, y) =>
            chart.labels.map((label, x) => ({ x, y, words: `${row.name}, ${label}: ${told(chart, row.values[x])}` })),
        );
    }
    if (chart.shape === 'FLOW') {
        return chart.labels.flatMap((from, x) =>
            chart.series
                .map((to, y) => ({ x, y, value: to.values[x], words: `${from} to ${to.name}: ${told(chart, to.values[x])}` }))
                .filter((one) => one.value > 0),
        );
    }
    return chart.labels.map((label, x) => ({ x, y: 0, words: sentence(chart, label, x) }));
};

const sentence = (chart, label, x) => {
    const [first, ...others] = chart.series;
    const apart = others.length > 0 && !others.every((one) => one.before);
    const lead = apart
        ? `${label}, ${chart.unit}: ${first.name} ${short(chart, first.values[x])}`
        : `${label}: ${told(chart, first.values[x])}`;
    const sure =
        first.low && first.values[x] !== null && first.low[x] !== null && first.high[x] !== null
            ? ` (95 % sure: ${short(chart, first.low[x])} to ${short(chart, first.high[x])})`
            : '';
    const rest = others.map((one) => `; ${one.name}${one.before ? ':' : ''} ${short(chart, one.values[x])}`);
    const flags = chart.flags.filter((flag) => flag.label === label).map((flag) => `; ${flag.words}`);
    return lead + sure + rest.join('') + flags.join('');
};
