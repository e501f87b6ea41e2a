'use strict';
(() => {
  const drawings = JSON.parse(document.getElementById('drawings').textContent);
  const symbols = ['circle', 'triangle', 'rect', 'diamond', 'path://M-1,-5h2v4h4v2h-4v4h-2v-4h-4v-2h4z', 'emptyCircle'];
  const names = [...new Set(Object.values(drawings).flatMap(d => (d.rows || d.series).map(row => row.name)))];
  const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
  const printWidth = 330;
  const live = new Map();
  const printing = () => document.documentElement.classList.contains('printing');
  const slices = document.querySelector('#slices details');
  let slicesOpen = false;

  const colours = () => {
    const style = getComputedStyle(document.documentElement);
    const read = name => style.getPropertyValue('--' + name).trim();
    return {
      ink: read('ink'), soft: read('soft'), grid: read('grid'), paper: read('paper'), rule: read('rule'),
      series: [1, 2, 3, 4, 5, 6].map(i => read('series-' + i)),
    };
  };
  const colourOf = (c, name) => c.series[names.indexOf(name) % c.series.length];
  const symbolOf = name => symbols[names.indexOf(name) % symbols.length];
  const shorten = (text, most) => text.length > most ? text.slice(0, most - 1) + '…' : text;

  const common = c => ({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: c.ink },
    tooltip: {
      renderMode: 'richText', confine: true, backgroundColor: c.paper, borderColor: c.rule,
      textStyle: { color: c.ink, fontSize: 13 },
    },
  });

  const valueAxis = (c, title) => ({
    type: 'value', min: 0, name: title, nameLocation: 'middle', nameGap: 28,
    nameTextStyle: { color: c.soft, fontSize: 12 },
    axisLabel: { color: c.soft, fontSize: 12, formatter: value => number.format(value), hideOverlap: true },
    splitLine: { lineStyle: { color: c.grid } }, axisLine: { show: false }, axisTick: { show: false },
  });

  /* Widths are estimated: a digit or letter of 13 px takes about 7.6 px in every font of the list. */
  const letter = 7.6;
  const leftOf = (d, width) => Math.min(0.36 * width,
    24 + letter * Math.max(...d.rows.flatMap(row => [row.name.length, row.text.length + 1])));
  const legendLines = (d, width) => {
    let lines = 1;
    let used = 0;
    for (const series of d.series) {
      const item = 52 + letter * Math.min(series.name.length, 20);
      if (used > 0 && used + item > width) {
        lines++;
        used = 0;
      }
      used += item;
    }
    return lines;
  };

  /* A bar from zero to the median, a mark per block, lines for what was offered and predicted. */
  function strip(d, c, width) {
    const dots = d.rows.flatMap((row, y) => row.dots.filter(dot => dot.value !== null).map((dot, i, all) => ({
      value: [dot.value, y], text: row.name + ', ' + dot.text, symbol: symbolOf(row.name),
      symbolOffset: [0, all.length < 2 ? 0 : (i / (all.length - 1) - 0.5) * (printing() ? 16 : 22)],
      itemStyle: { color: colourOf(c, row.name), borderColor: c.paper, borderWidth: 1 },
    })));
    const predictions = d.rows.flatMap((row, y) => row.predicted === undefined ? [] : [{
      value: [row.predicted, y], text: row.name + ' ' + row.predictedText, symbol: 'rect', symbolSize: [2, 40],
      itemStyle: { color: c.ink },
      label: { show: true, formatter: row.predictedText, position: row.predicted > 0.4 * farthest(d) ? 'left' : 'right',
        offset: [0, 22], color: c.ink, fontSize: 12, backgroundColor: c.paper, padding: [0, 2] },
    }]);
    return {
      ...common(c),
      grid: { left: leftOf(d, width), right: 18, top: d.offered ? 30 : 8, bottom: 44 },
      xAxis: { ...valueAxis(c, d.unit), splitNumber: width < 420 ? 3 : 5 },
      yAxis: {
        type: 'category', inverse: true, data: d.rows.map((row, i) => i),
        axisLine: { lineStyle: { color: c.ink } }, axisTick: { show: false },
        axisLabel: {
          margin: 10, formatter: i => '{name|' + shorten(d.rows[i].name.replace(/[{}|]/g, ' '), Math.floor((leftOf(d, width) - 20) / letter)) + '}\n{value|' + d.rows[i].text + '}',
          rich: { name: { color: c.ink, fontSize: 13, lineHeight: 17, align: 'right' },
            value: { color: c.ink, fontSize: 13, fontWeight: 700, lineHeight: 17, align: 'right' } },
        },
      },
      series: [
        { type: 'bar', silent: true, barWidth: printing() ? 24 : 30, cursor: 'default',
          data: d.rows.map(row => ({ value: row.value, itemStyle: { color: colourOf(c, row.name), opacity: 0.22 } })),
          markLine: d.offered ? { silent: true, symbol: 'none', data: [{ xAxis: d.offered }],
            lineStyle: { color: c.ink, type: 'dashed', width: 1.5 },
            label: { formatter: d.offeredText, position: 'start', color: c.ink, fontSize: 12,
              align: d.offered > 0.6 * farthest(d) ? 'right' : 'center', distance: 6 } } : undefined },
        { type: 'scatter', z: 6, symbolSize: 1, data: d.rows.flatMap((row, y) => row.value === null ? [] : [{
          value: [row.value, y], text: row.name + ', median: ' + row.text, symbol: 'rect', symbolSize: [3, printing() ? 24 : 30],
          itemStyle: { color: colourOf(c, row.name) } }]), tooltip: { formatter: p => p.data.text } },
        { type: 'scatter', z: 7, symbolSize: 9, data: dots, tooltip: { formatter: p => p.data.text } },
        { type: 'scatter', z: 8, data: predictions, tooltip: { formatter: p => p.data.text } },
      ],
    };
  }

  /* A mark and its interval per ratio, on a logarithmic axis around 1; behind it what one contender differs from itself by. */
  function ratios(d, c, width) {
    const ends = d.rows.flatMap(row => [row.low, row.high, row.floor, 1 / row.floor]).filter(value => value > 0);
    const far = Math.max(1.1, ...ends, ...ends.map(value => 1 / value)) * 1.05;
    const most = Math.min(far, 20);
    const within = value => Math.min(most, Math.max(1 / most, value));
    const line = (from, to, y, style) => ({
      type: 'line', silent: true, symbol: 'none', lineStyle: { cap: 'butt', ...style },
      data: [[within(from), y], [within(to), y]],
    });
    // The axis itself would be labelled where its range ends, at 0.4726 for instance. Five labels fit where it is narrow.
    const steps = [[6, [0.05, 0.2, 1, 5, 20]], [3, [0.2, 0.5, 1, 2, 5]], [1.5, [0.5, 0.7, 1, 1.4, 2]], [1.25, [0.7, 0.85, 1, 1.2, 1.4]],
      [1, [0.8, 0.9, 1, 1.1, 1.25]]].find(([least]) => most > least)[1];
    const ticks = steps.filter(value => within(value) === value).map(value => ({ xAxis: value, lineStyle: { color: value === 1 ? c.ink : c.grid } }));
    return {
      ...common(c),
      grid: { left: Math.min(0.42 * width, 24 + letter * Math.max(...d.rows.map(row => Math.max(row.name.length, row.figure.length)))), right: 24, top: 8, bottom: 44 },
      xAxis: {
        ...valueAxis(c, d.unit), type: 'log', min: 1 / most, max: most, splitLine: { show: false },
        axisLabel: { show: false },
      },
      yAxis: {
        type: 'category', inverse: true, data: d.rows.map((row, i) => i),
        axisLine: { show: false }, axisTick: { show: false },
        axisLabel: { margin: 10,
          formatter: i => '{name|' + shorten(d.rows[i].name.replace(/[{}|]/g, ' '), 20) + '}\n{figure|' + d.rows[i].figure + '}',
          rich: { name: { color: c.ink, fontSize: 13, lineHeight: 17, align: 'right' },
            figure: { color: c.soft, fontSize: 12, lineHeight: 15, align: 'right' } } },
      },
      series: [
        ...d.rows.flatMap((row, y) => row.floor ? [line(1 / row.floor, row.floor, y, { width: 30, color: c.grid })] : []),
        ...d.rows.map((row, y) => line(row.low, row.high, y, { width: 3, color: colourOf(c, row.name), opacity: row.named ? 1 : 0.55 })),
        { type: 'scatter', z: 7, symbolSize: 11, tooltip: { formatter: p => p.data.text },
          markLine: { silent: true, symbol: 'none', lineStyle: { type: 'solid', width: 1 }, data: ticks,
            label: { show: true, position: 'end', distance: 8, color: c.soft, fontSize: 12, formatter: p => number.format(p.data.xAxis) + '×' } },
          data: d.rows.map((row, y) => ({ value: [within(row.value), y], symbol: symbolOf(row.name),
            text: row.name + ', ' + row.figure + ': ' + row.verdict,
            label: { show: true, formatter: row.text, position: 'top', distance: 3, color: c.ink, fontSize: 12, fontWeight: row.named ? 700 : 400 },
            itemStyle: { color: row.named ? colourOf(c, row.name) : c.paper, borderColor: colourOf(c, row.name), borderWidth: 2 } })) },
      ],
    };
  }

  /* Figures over time. */
  function lines(d, c, width) {
    return {
      ...common(c),
      tooltip: { ...common(c).tooltip, trigger: 'item', formatter: p => p.seriesName + ', ' + p.data.text },
      legend: { top: 0, left: 0, itemGap: 18, itemWidth: 26, textStyle: { color: c.ink, fontSize: 13 },
        formatter: name => shorten(name, 20), selectedMode: false },
      grid: { left: 54, right: 24, top: 38 + 24 * legendLines(d, width), bottom: 44 },
      xAxis: { ...valueAxis(c, d.x), splitLine: { show: false }, axisLine: { lineStyle: { color: c.ink } } },
      yAxis: { ...valueAxis(c, undefined), ...(d.logarithmic ? { type: 'log', min: undefined } : {}), name: d.y, nameLocation: 'end', nameGap: 12,
        nameTextStyle: { color: c.soft, fontSize: 12, align: 'left', padding: [0, 0, 0, -46] } },
      series: d.series.map((series, i) => ({
        type: 'line', name: series.name, symbol: symbolOf(series.name), symbolSize: 7, color: colourOf(c, series.name),
        lineStyle: { width: 2.25, type: i === 0 ? 'solid' : i % 2 ? [9, 5] : [2, 3] },
        data: series.points.map(point => ({ value: [point.x, point.y], text: point.text })),
        markLine: series.mark === undefined ? undefined : { silent: true, symbol: 'none', data: [{ xAxis: series.mark }],
          lineStyle: { color: colourOf(c, series.name), type: 'dashed', width: 1.5 },
          label: { formatter: series.markText, position: 'insideEndTop', color: c.ink, fontSize: 12 } },
      })),
    };
  }

  const farthest = d => Math.max(d.offered || 0, ...d.rows.flatMap(row => [row.value || 0, row.predicted || 0]));

  /* Latency against percentile; every further nine takes as much room as the one before. */
  function curve(d, c, width) {
    const marks = [['p50', Math.log10(2)], ['p90', 1], ['p99', 2], ['p99.9', 3]];
    const isMark = x => marks.some(([, at]) => Math.abs(at - x) < 1e-6);
    const last = d.series.length - 1;
    return {
      ...common(c),
      tooltip: { ...common(c).tooltip, trigger: 'item', formatter: p => p.seriesName + ' ' + p.data.text },
      legend: { top: 0, left: 0, itemGap: 18, icon: undefined, itemWidth: 26, textStyle: { color: c.ink, fontSize: 13 },
        formatter: name => shorten(name, 20), selectedMode: false },
      grid: { left: 54, right: 24, top: 38 + 24 * legendLines(d, width), bottom: 44 },
      xAxis: {
        type: 'value', min: 0.3, max: 3, name: 'share of the requests answered', nameLocation: 'middle', nameGap: 28,
        nameTextStyle: { color: c.soft, fontSize: 12 }, axisLine: { lineStyle: { color: c.ink } }, axisTick: { show: false },
        splitLine: { show: false }, axisLabel: { show: false },
      },
      yAxis: { ...valueAxis(c, undefined), name: 'milliseconds', nameLocation: 'end', nameGap: 12, nameTextStyle: { color: c.soft, fontSize: 12, align: 'left', padding: [0, 0, 0, -46] } },
      /* Later lines are dashed and their marks smaller, so that lines which coincide are all seen. */
      series: d.series.map((series, i) => ({
        type: 'line', name: series.name, symbol: symbolOf(series.name),
        color: colourOf(c, series.name), lineStyle: { width: 2.25, type: i === 0 ? 'solid' : i % 2 ? [9, 5] : [2, 3] },
        itemStyle: { borderColor: c.paper, borderWidth: 1 },
        data: series.points.map(point => ({ value: [point.x, point.y], text: point.text,
          symbolSize: isMark(point.x) ? 7 + 2 * (last - i) : 0 })),
        z: 6, markLine: i > 0 ? undefined : { silent: true, symbol: 'none', lineStyle: { color: c.grid, type: 'solid', width: 1 },
          data: marks.map(([name, at]) => ({ xAxis: at, label: { formatter: name, position: 'start', color: c.soft, fontSize: 12 } })) },
      })),
    };
  }

  function draw(element, width) {
    const drawing = drawings[element.id];
    const tall = drawing.kind === 'curve' || drawing.kind === 'lines';
    const height = tall ? (printing() ? 206 : 276) + 24 * legendLines(drawing, width) : drawing.rows.length * (printing() ? 46 : 58) + (drawing.offered ? 74 : 52);
    live.get(element)?.dispose();
    element.style.height = height + 'px';
    const chart = echarts.init(element, null, { renderer: 'svg', width, height });
    chart.setOption({ curve, lines, ratios, strip }[drawing.kind](drawing, colours(), width));
    const svg = element.querySelector('svg');
    svg.setAttribute('viewBox', '0 0 ' + width + ' ' + height);
    svg.setAttribute('aria-hidden', 'true');
    live.set(element, chart);
  }

  const elements = () => [...document.querySelectorAll('.chart')];
  const drawAll = () => elements().forEach(element => draw(element, Math.max(240, element.clientWidth)));

  let drawnFor = 0;
  new ResizeObserver(() => {
    const width = document.body.clientWidth;
    if (width !== drawnFor && !printing()) {
      drawnFor = width;
      drawAll();
    }
  }).observe(document.body);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  addEventListener('beforeprint', () => {
    document.documentElement.classList.add('printing');
    slicesOpen = slices.open;
    slices.open = true;
    elements().forEach(element => draw(element, printWidth));
  });
  addEventListener('afterprint', () => {
    document.documentElement.classList.remove('printing');
    slices.open = slicesOpen;
    drawAll();
  });
  drawnFor = document.body.clientWidth;
  drawAll();
})();
