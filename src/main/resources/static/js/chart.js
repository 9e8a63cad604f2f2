// Draws the charts of a page from the numbers beside them, in the colours of the present theme.
import { colour, points } from './chart-paint.js';
import { height, option } from './chart-shapes.js';

let library;
const drawn = new Map();

// A drawn chart can be walked through by keys: what it says of each point is told as a value.
const walk = (place, view, chart) => {
    const all = points(chart);
    if (all.length === 0) return;
    const rows = chart.shape === 'HEAT' ? chart.labels.length : 1;
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: rows, ArrowUp: -rows, Home: -Infinity, End: Infinity };
    let at = -1;
    const tell = () => {
        const shown = chart.shape === 'HEAT' ? view.getOption().series[0].data.findIndex((one) => one.place === at) : at;
        place.setAttribute('aria-valuenow', at);
        place.setAttribute('aria-valuetext', all[at].words);
        view.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: shown, dataType: chart.shape === 'FLOW' ? 'edge' : undefined });
    };
    place.tabIndex = 0;
    place.setAttribute('role', 'slider');
    place.setAttribute('aria-valuemin', 0);
    place.setAttribute('aria-valuemax', all.length - 1);
    place.setAttribute('aria-valuenow', 0);
    place.setAttribute('aria-valuetext', all[0].words);
    place.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') view.dispatchAction({ type: 'hideTip' });
        const step = steps[event.key];
        if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        at = at < 0 && Number.isFinite(step) ? 0 : Math.min(all.length - 1, Math.max(0, at + step));
        tell();
    });
    place.addEventListener('blur', () => view.dispatchAction({ type: 'hideTip' }));
};

const draw = async (figure) => {
    if (drawn.has(figure)) return;
    drawn.set(figure, null);
    library ??= import('/webjars/echarts/echarts.esm.min.js');
    const echarts = await library;
    const chart = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    const place = figure.querySelector('.chart-canvas');
    const high = height(chart);
    if (high !== null) place.style.height = `${high}px`;
    const view = echarts.init(place, null, { renderer: 'canvas' });
    const paint = () => view.setOption(option(chart, place.clientWidth), true);
    paint();
    walk(place, view, chart);
    const watch = new ResizeObserver(() => (view.resize(), paint()));
    watch.observe(place);
    drawn.set(figure, { view, paint, end: () => (watch.disconnect(), view.dispose()) });
    figure.toggleAttribute('data-drawn', true);
    const png = figure.querySelector('[data-chart-png]');
    png.hidden = false;
    png.addEventListener('click', () => {
        const link = document.createElement('a');
        link.download = `${figure.id}.png`;
        link.href = view.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: colour('paper-raised') });
        link.click();
    });
};

const wanted = (figure) => draw(figure).catch(() => figure.querySelector('details').setAttribute('open', ''));

// Charts far below are drawn when they come near.
const near = new IntersectionObserver(
    (entries) => {
        for (const entry of entries) {
            if (!entry.isIntersecting) continue;
            near.unobserve(entry.target);
            wanted(entry.target);
        }
    },
    { rootMargin: '400px' },
);

const look = (root) => root.querySelectorAll('figure[data-chart]').forEach((figure) => near.observe(figure));

look(document);
document.addEventListener('htmx:load', (event) => {
    for (const [figure, chart] of drawn) {
        if (figure.isConnected) continue;
        chart?.end();
        drawn.delete(figure);
    }
    look(event.detail.elt);
    if (event.detail.elt.matches?.('figure[data-chart]')) near.observe(event.detail.elt);
});
document.addEventListener('theme', () => drawn.forEach((chart) => chart?.paint()));
addEventListener('beforeprint', () => document.querySelectorAll('figure[data-chart]').forEach(wanted));
