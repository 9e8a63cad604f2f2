// Draws the charts of a page from the numbers beside them, in the colours of the present theme.
let library;
const drawn = new Map();

// Canvas does not read custom properties: a pixel painted with one tells its colour.
const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
const probe = document.createElement('span');
const colour = (name) => {
    probe.className = 'hidden';
    probe.style.color = `var(--${name})`;
    if (!probe.isConnected) document.body.append(probe);
    pen.fillStyle = getComputedStyle(probe).color;
    pen.fillRect(0, 0, 1, 1);
    const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
    return `rgb(${red}, ${green}, ${blue})`;
};

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

const series = (chart, one, numbers) => {
    const bars = (chart.shape === 'BARS' || chart.shape === 'STACKED') && !one.before;
    const tint = one.before ? colour('ink-faint') : colour(`chart-${one.hue}`);
    return {
        name: one.name,
        type: bars ? 'bar' : 'line',
        data: one.values,
        stack: chart.shape === 'STACKED' && !one.before ? 'all' : undefined,
        step: chart.shape === 'STEPS' ? 'end' : false,
        barMaxWidth: 28,
        showSymbol: one.values.filter((value) => value !== null).length === 1,
        symbolSize: 6,
        color: tint,
        lineStyle: { width: one.before ? 1.25 : 2, type: one.before ? 'dashed' : 'solid' },
        itemStyle: { borderRadius: bars && chart.shape === 'BARS' ? [2, 2, 0, 0] : 0 },
        z: one.before ? 1 : 2,
        tooltip: { valueFormatter: (value) => (value === null ? '–' : numbers.format(value)) },
    };
};

const option = (chart) => {
    const ink = colour('ink');
    const faint = colour('ink-faint');
    const line = colour('line');
    const font = getComputedStyle(document.body).fontFamily;
    const numbers = new Intl.NumberFormat(chart.locale, { maximumFractionDigits: 2 });
    const all = chart.series.map((one) => series(chart, one, numbers));
    if (all[0] && chart.flags.length) {
        all[0].markLine = {
            symbol: ['none', 'none'],
            silent: true,
            animation: false,
            lineStyle: { color: faint, type: 'dotted', width: 1 },
            label: { color: faint, fontSize: 11, fontFamily: font, position: 'end', overflow: 'truncate', width: 120 },
            data: chart.flags.map((flag) => ({ xAxis: flag.label, label: { formatter: `⚑ ${flag.words}` } })),
        };
        all[0].markArea = {
            silent: true,
            animation: false,
            itemStyle: { color: faint, opacity: 0.12 },
            data: chart.flags
                .filter((flag) => flag.until !== flag.label)
                .map((flag) => [{ xAxis: flag.label }, { xAxis: flag.until }]),
        };
    }
    return {
        animation: !still(),
        animationDuration: 150,
        textStyle: { fontFamily: font, fontSize: 12 },
        aria: { enabled: false },
        grid: { left: 4, right: 12, top: chart.flags.length ? 28 : 12, bottom: 4, containLabel: true },
        // Drawn on the canvas: a tooltip of HTML would need inline styles.
        tooltip: {
            trigger: 'axis',
            renderMode: 'richText',
            confine: true,
            backgroundColor: colour('paper-raised'),
            borderColor: line,
            textStyle: { color: ink, fontFamily: font, fontSize: 12 },
            axisPointer: { type: 'line', lineStyle: { color: faint } },
        },
        xAxis: {
            type: 'category',
            data: chart.labels,
            boundaryGap: chart.shape === 'BARS' || chart.shape === 'STACKED',
            axisLine: { lineStyle: { color: line } },
            axisTick: { show: false },
            axisLabel: { color: faint, hideOverlap: true, fontSize: 11, interval: Math.max(0, Math.ceil(chart.labels.length / 7) - 1) },
        },
        yAxis: {
            type: 'value',
            splitNumber: 3,
            // shares end at 100 %
            max: chart.unit.startsWith('%') ? ({ max }) => (max > 75 && max <= 100 ? 100 : null) : null,
            axisLabel: { color: faint, fontSize: 11, formatter: (value) => numbers.format(value) },
            splitLine: { lineStyle: { color: line } },
        },
        series: all,
    };
};

const draw = async (figure) => {
    if (drawn.has(figure)) return;
    drawn.set(figure, null);
    library ??= import('/webjars/echarts/echarts.esm.min.js');
    const echarts = await library;
    const chart = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    const place = figure.querySelector('.chart-canvas');
    const view = echarts.init(place, null, { renderer: 'canvas' });
    const paint = () => view.setOption(option(chart), true);
    paint();
    const watch = new ResizeObserver(() => view.resize());
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
