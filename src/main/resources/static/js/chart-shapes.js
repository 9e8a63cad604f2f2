// The shapes of charts, each as the options of the library that draws them.
import { colour, font, numbers, points } from './chart-paint.js';

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

// Words in a tooltip of the canvas do not wrap by themselves.
const wrapped = (words) =>
    words
        .split(' ')
        .reduce((lines, word) => {
            const last = lines.at(-1);
            if (last !== undefined && last.length + word.length < 44) lines[lines.length - 1] = `${last} ${word}`;
            else lines.push(word);
            return lines;
        }, [])
        .join('\n');

const frame = (chart, trigger, words) => ({
    animation: !still(),
    animationDuration: 150,
    textStyle: { fontFamily: font(), fontSize: 12 },
    aria: { enabled: false },
    // Drawn on the canvas: a tooltip of HTML would need inline styles.
    tooltip: {
        trigger,
        renderMode: 'richText',
        confine: true,
        backgroundColor: colour('paper-raised'),
        borderColor: colour('line'),
        textStyle: { color: colour('ink'), fontFamily: font(), fontSize: 12 },
        axisPointer: { type: 'line', lineStyle: { color: colour('ink-faint') } },
        formatter: (hit) => wrapped(words(hit) ?? ''),
    },
});

const axisWords = () => ({ color: colour('ink-faint'), fontSize: 11, fontFamily: font() });

// Low and the rest up to high, stacked: the second one is filled.
const band = (one, tint, stepped) => {
    const quiet = {
        type: 'line',
        stack: `band ${one.name}`,
        step: stepped ? 'end' : false,
        symbol: 'none',
        silent: true,
        lineStyle: { opacity: 0 },
        color: tint,
        z: 0,
    };
    const span = one.high.map((high, i) => (high === null || one.low[i] === null ? null : high - one.low[i]));
    return [
        { ...quiet, data: one.low },
        { ...quiet, data: span, areaStyle: { opacity: 0.16 } },
    ];
};

const line = (chart, one) => {
    const bars = (chart.shape === 'BARS' || chart.shape === 'STACKED') && !one.before;
    const stepped = chart.shape === 'STEPS';
    const tint = one.before ? colour('ink-faint') : colour(`chart-${one.hue}`);
    const own = {
        name: one.name,
        type: bars ? 'bar' : 'line',
        data: one.values,
        stack: chart.shape === 'STACKED' && !one.before ? 'all' : undefined,
        step: stepped ? 'end' : false,
        barMaxWidth: 28,
        showSymbol: one.values.filter((value) => value !== null).length === 1,
        symbolSize: 6,
        color: tint,
        lineStyle: { width: one.before ? 1.25 : 2, type: one.before ? 'dashed' : 'solid' },
        itemStyle: { borderRadius: bars && chart.shape === 'BARS' ? [2, 2, 0, 0] : 0 },
        z: one.before ? 1 : 2,
    };
    return one.low ? [own, ...band(one, tint, stepped)] : [own];
};

const flags = (chart) => {
    const faint = colour('ink-faint');
    return {
        markLine: {
            symbol: ['none', 'none'],
            silent: true,
            animation: false,
            lineStyle: { color: faint, type: 'dotted', width: 1 },
            label: { color: faint, fontSize: 11, fontFamily: font(), position: 'end', overflow: 'truncate', width: 120 },
            data: chart.flags.map((flag) => ({ xAxis: flag.label, label: { formatter: `⚑ ${flag.words}` } })),
        },
        markArea: {
            silent: true,
            animation: false,
            itemStyle: { color: faint, opacity: 0.12 },
            data: chart.flags
                .filter((flag) => flag.until !== flag.label)
                .map((flag) => [{ xAxis: flag.label }, { xAxis: flag.until }]),
        },
    };
};

const along = (chart) => {
    const all = chart.series.flatMap((one) => line(chart, one));
    if (all[0] && chart.flags.length) Object.assign(all[0], flags(chart));
    const words = points(chart);
    const values = chart.series.flatMap((one) => one.values.filter((value) => value !== null));
    const most = Math.max(...values);
    const whole = chart.unit.startsWith('%') && most > 75 && most <= 100;
    return {
        ...frame(chart, 'axis', (hits) => words[hits[0].dataIndex].words),
        grid: { left: 4, right: 12, top: chart.flags.length ? 28 : 12, bottom: 4, containLabel: true },
        xAxis: {
            type: 'category',
            data: chart.labels,
            boundaryGap: chart.shape === 'BARS' || chart.shape === 'STACKED',
            axisLine: { lineStyle: { color: colour('line') } },
            axisTick: { show: false },
            axisLabel: { ...axisWords(), hideOverlap: true, interval: Math.max(0, Math.ceil(chart.labels.length / 7) - 1) },
        },
        yAxis: {
            type: 'value',
            splitNumber: 3,
            // nobody is a third of a person
            minInterval: values.every(Number.isInteger) ? 1 : 0,
            // shares end at 100 %
            ...(whole ? { max: 100, interval: 25 } : {}),
            axisLabel: { ...axisWords(), formatter: (value) => numbers(chart).format(value) },
            splitLine: { lineStyle: { color: colour('line') } },
        },
        series: all,
    };
};

const squares = (chart, width) => {
    const all = points(chart);
    const values = all.map(({ x, y }) => chart.series[y].values[x]);
    const most = Math.max(...values.filter((value) => value !== null));
    const roomy = (width - 90) / chart.labels.length > 30;
    const format = new Intl.NumberFormat(chart.locale, { maximumFractionDigits: most < 10 ? 1 : 0 });
    return {
        ...frame(chart, 'item', (hit) => all[hit.data.place].words),
        grid: { left: 4, right: 4, top: 4, bottom: 4, containLabel: true },
        xAxis: {
            type: 'category',
            data: chart.labels,
            axisLine: { show: false },
            axisTick: { show: false },
            splitLine: { show: false },
            axisLabel: { ...axisWords(), hideOverlap: true },
        },
        yAxis: {
            type: 'category',
            inverse: true,
            data: chart.series.map((row) => row.name),
            axisLine: { show: false },
            axisTick: { show: false },
            axisLabel: { ...axisWords(), interval: 0 },
        },
        visualMap: {
            show: false,
            min: 0,
            max: most || 1,
            inRange: { color: [colour('heat-none'), colour('heat-some'), colour('accent')] },
        },
        series: [
            {
                type: 'heatmap',
                data: all
                    .map(({ x, y }, place) => ({ place, value: [x, y, values[place]] }))
                    .filter((one) => one.value[2] !== null)
                    .map((one) => ({
                        ...one,
                        label: { color: one.value[2] > most * 0.62 ? colour('paper-raised') : colour('ink') },
                    })),
                label: { show: roomy, fontSize: 11, formatter: (hit) => format.format(hit.value[2]) },
                itemStyle: { borderColor: colour('paper-raised'), borderWidth: 1.5, borderRadius: 2 },
                emphasis: { itemStyle: { borderColor: colour('ink'), borderWidth: 1.5 } },
            },
        ],
    };
};

const steps = (chart, width) => {
    const words = points(chart);
    const now = chart.series.find((one) => !one.before);
    const before = chart.series.find((one) => one.before);
    const format = (value) =>
        new Intl.NumberFormat(chart.locale, { maximumFractionDigits: Math.abs(value) < 10 ? 1 : 0 }).format(value);
    const share = chart.unit.startsWith('%');
    const most = Math.max(...chart.series.flatMap((one) => one.values));
    const room = width < 420 ? 112 : 170;
    const bare = { type: 'category', inverse: true, axisLine: { show: false }, axisTick: { show: false } };
    return {
        ...frame(chart, 'axis', (hits) => words[hits[0].dataIndex].words),
        grid: { left: room, right: 64, top: 4, bottom: 4 },
        xAxis: { type: 'value', show: false, max: share && most > 25 ? 100 : null },
        yAxis: [
            {
                ...bare,
                data: chart.labels,
                axisLabel: { color: colour('ink'), fontSize: 12, lineHeight: 14, interval: 0, width: room - 12, overflow: 'break' },
            },
            // the values stand in a column of their own, where no mark runs through them
            {
                ...bare,
                position: 'right',
                data: now.values.map((value) => (value === null ? '–' : format(value) + (share ? '\u00a0%' : ''))),
                axisLabel: { color: colour('ink'), fontSize: 12, interval: 0 },
            },
        ],
        series: [
            {
                name: now.name,
                type: 'bar',
                data: now.values,
                barWidth: 20,
                showBackground: true,
                backgroundStyle: { color: colour('paper-sunken'), borderRadius: 3 },
                itemStyle: { color: colour(`chart-${now.hue}`), borderRadius: 3 },
            },
            ...(before
                ? [
                      {
                          name: before.name,
                          type: 'scatter',
                          symbol: 'rect',
                          symbolSize: [3, 28],
                          color: colour('ink-soft'),
                          silent: true,
                          data: before.values.map((value, y) => [value, y]),
                      },
                  ]
                : []),
        ],
    };
};

const flow = (chart) => {
    const all = points(chart);
    const order = (name) => chart.series.findIndex((one) => one.name === name);
    const way = ({ x, y }) => {
        const from = order(chart.labels[x]);
        return from === y ? 'line-strong' : y < from ? 'chart-1' : 'chart-2';
    };
    const shown = (name) => name.slice(2);
    const used = new Set(all.flatMap(({ x, y }) => [`< ${chart.labels[x]}`, `> ${chart.series[y].name}`]));
    return {
        ...frame(chart, 'item', (hit) => (hit.dataType === 'edge' ? all[hit.dataIndex].words : `${shown(hit.name)}: ${numbers(chart).format(hit.value)} ${chart.unit}`)),
        series: [
            {
                type: 'sankey',
                left: 4,
                right: 4,
                top: 8,
                bottom: 8,
                nodeGap: 12,
                nodeWidth: 8,
                layoutIterations: 0,
                draggable: false,
                emphasis: { focus: 'none', lineStyle: { opacity: 0.85 } },
                data: [
                    ...chart.labels.map((label) => ({ name: `< ${label}`, label: { position: 'right' } })),
                    ...chart.series.map((one) => ({ name: `> ${one.name}`, label: { position: 'left' } })),
                ]
                    .filter((node) => used.has(node.name))
                    .map((node) => ({ ...node, itemStyle: { color: colour('ink-faint'), borderWidth: 0 } })),
                links: all.map((one) => ({
                    source: `< ${chart.labels[one.x]}`,
                    target: `> ${chart.series[one.y].name}`,
                    value: one.value,
                    lineStyle: { color: colour(way(one)), opacity: 0.5, curveness: 0.5 },
                })),
                label: { color: colour('ink'), fontSize: 12, fontFamily: font(), formatter: (hit) => shown(hit.name) },
            },
        ],
    };
};

// How high the canvas is; null where the style sheet says it.
export const height = (chart) =>
    ({
        HEAT: chart.series.length * 24 + 28,
        FUNNEL: chart.labels.length * 44 + 8,
        FLOW: 300,
    })[chart.shape] ?? null;

export const option = (chart, width) =>
    chart.shape === 'HEAT'
        ? squares(chart, width)
        : chart.shape === 'FUNNEL'
          ? steps(chart, width)
          : chart.shape === 'FLOW'
            ? flow(chart)
            : along(chart);
