(function () {
  'use strict';

  // Okabe and Ito's palette without its yellow, which white paper swallows; shape and dash say the same without colour.
  const WORLDS = [['#0072b2', 'circle'], ['#d55e00', 'diamond'], ['#009e73', 'triangle'], ['#cc79a7', 'square']];
  const LINES = ['#000000', '#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#7f7f7f'];
  const DASHES = ['solid', 'solid', [7, 3], [2, 2], [9, 3, 2, 3], 'solid', [4, 2], [1, 3]];
  const INK = '#1b1f24', SOFT = '#57606a', RULE = '#d0d7de', BOUND = '#8c959f';
  const FONT = getComputedStyle(document.body).fontFamily;

  const world = index => WORLDS[index % WORLDS.length];
  const formats = new Map();
  function write(value, decimals) {
    if (!formats.has(decimals)) {
      formats.set(decimals, new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }));
    }
    return formats.get(decimals).format(value).replace('-', '−');
  }
  // Axis ticks are rounder than values.
  const tick = value => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 }).format(value).replace('-', '−');
  const escape = text => echarts.format.encodeHTML(text);

  function marker(shape, x, y, size, style) {
    const half = size / 2;
    if (shape === 'circle') return { type: 'circle', shape: { cx: x, cy: y, r: half }, style };
    const points = {
      diamond: [[x, y - half * 1.25], [x + half * 1.25, y], [x, y + half * 1.25], [x - half * 1.25, y]],
      triangle: [[x, y - half * 1.15], [x + half * 1.15, y + half * .95], [x - half * 1.15, y + half * .95]],
      square: [[x - half, y - half], [x + half, y - half], [x + half, y + half], [x - half, y + half]]
    }[shape];
    return { type: 'polygon', shape: { points }, style };
  }

  function line(x1, y1, x2, y2, stroke, width) {
    return { type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: width } };
  }

  const axis = more => Object.assign({
    axisLine: { lineStyle: { color: SOFT } },
    axisLabel: { color: INK, fontSize: 11.5 },
    splitLine: { lineStyle: { color: '#e6eaee' } },
    nameTextStyle: { color: SOFT, fontSize: 11.5 }
  }, more);

  const options = more => Object.assign({ animation: false, textStyle: { fontFamily: FONT, color: INK } }, more);

  const boxed = more => Object.assign({
    confine: true, backgroundColor: '#fff', borderColor: RULE, textStyle: { color: INK, fontSize: 12, fontFamily: FONT }
  }, more);

  /** A dot and whisker per row and world; rows are designs, or figures of the record. */
  function dots(chart, impact) {
    const cells = chart.impacts[impact] || chart.impacts[Object.keys(chart.impacts)[0]];
    const count = chart.worlds.length;
    const ends = [];
    cells.forEach(row => row.forEach((cell, index) => {
      if (cell && cell[0] !== null && (!chart.rows[index].bound || chart.rows.every(each => each.bound))) {
        ends.push(cell[0] - (cell[1] || 0), cell[0] + (cell[1] || 0), cell[0]);
        if (cell[2] !== null) ends.push(cell[2], cell[3]);
      }
    }));
    if (chart.band) ends.push(-chart.band * 1.2, chart.band * 1.2);
    const low = Math.min(0, ...ends), high = Math.max(0, ...ends), room = (high - low || 1) * .06;
    const means = cells.flat().filter(each => each && each[0] !== null).map(each => each[0]);
    const least = low === 0 ? 0 : low - room;
    // Where no mean exceeds 100 % the axis doesn't either.
    const most = chart.unit === '%' && !chart.band && means.every(mean => mean <= 100) ? Math.min(100, high + room) : high + room;
    const beyond = value => value > most || value < least;

    const series = chart.worlds.map((name, index) => ({
      name, type: 'custom', clip: false, encode: { x: 1, y: 0 },
      data: chart.rows.map((row, at) => {
        const cell = cells[index][at];
        return cell && cell[0] !== null ? [at, ...cell] : null;
      }).filter(each => each),
      renderItem(params, api) {
        const row = chart.rows[api.value(0)], colour = row.bound ? BOUND : world(index)[0];
        const mean = api.value(1), spread = api.value(2), from = api.value(3), to = api.value(4);
        const band = api.size([0, 1])[1];
        const y = api.coord([0, api.value(0)])[1] + (index - (count - 1) / 2) * band * .84 / count;
        const x = value => api.coord([Math.min(most, Math.max(least, value)), 0])[0];
        if (beyond(mean)) {
          // The worlds' means share one line of text, which is set once.
          const off = cells.map(each => each[api.value(0)]).map(cell => cell && cell[0] !== null && beyond(cell[0]) ? cell[0] : null);
          if (off.findIndex(each => each !== null) !== index) return;
          const right = mean > most, text = off.filter(each => each !== null).map(each => write(each, chart.decimals)).join(' · ');
          return { type: 'text', style: {
            x: right ? x(most) - 4 : x(least) + 4, y: api.coord([0, api.value(0)])[1], align: right ? 'right' : 'left', verticalAlign: 'middle', fill: SOFT,
            font: '11.5px ' + FONT, text: right ? text + ' →' : '← ' + text
          } };
        }
        const children = [];
        if (spread > 0) children.push(line(x(mean - spread), y, x(mean + spread), y, colour, 1.2));
        if (to > from) children.push(line(x(from), y, x(to), y, colour, 3.6));
        children.push(marker(world(index)[1], x(mean), y, 7,
          row.bound ? { fill: '#fff', stroke: colour, lineWidth: 1.4 } : { fill: colour, stroke: '#fff', lineWidth: .8 }));
        return { type: 'group', children };
      }
    }));
    if (series.length && chart.band) {
      series[0].markArea = { silent: true, itemStyle: { color: '#eef1f4' }, data: [[{ xAxis: -chart.band }, { xAxis: chart.band }]] };
      series[0].markLine = { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: SOFT, type: 'solid', width: 1 }, data: [{ xAxis: 0 }] };
    }
    return options({
      grid: { left: 8, right: 16, top: 8, bottom: 24, containLabel: true },
      xAxis: axis({ type: 'value', min: least, max: most, name: chart.unit, nameLocation: 'middle', nameGap: 26,
        axisLabel: { color: INK, fontSize: 11.5, formatter: value => (value === least && least !== 0) || (value === most && most !== 100) ? '' : tick(value) } }),
      yAxis: axis({ type: 'category', inverse: true, data: chart.rows.map(row => row.name), axisTick: { show: false },
        splitLine: { show: true, lineStyle: { color: '#e6eaee' } },
        axisLabel: { color: INK, fontSize: 11.5, width: chart.band ? 300 : 150, overflow: 'break',
          formatter: (name, at) => chart.rows[at].bound ? '{bound|' + name + ' (bound)}' : name, rich: { bound: { color: SOFT, fontSize: 11.5 } } } }),
      tooltip: boxed({ formatter: point => {
        const [at, mean, spread, from, to] = point.value;
        return escape(chart.rows[at].name) + '<br>' + escape(point.seriesName) + ': <b>' + write(mean, chart.decimals) + '</b> ' + escape(chart.unit)
          + (spread === null ? '' : ' ± ' + write(spread, chart.decimals)) + (from === null ? '' : '<br>[' + write(from, chart.decimals) + ', ' + write(to, chart.decimals) + ']');
      } }),
      series
    });
  }

  /** Lines over time, a second unit on the right. */
  function time(chart) {
    return options({
      grid: { left: 12, right: chart.axes.length > 1 ? 12 : 28, top: 58, bottom: 8, containLabel: true },
      legend: { type: 'plain', top: 0, left: 0, itemWidth: 34, itemGap: 16, itemStyle: { opacity: 0 }, textStyle: { color: INK, fontSize: 12 } },
      tooltip: boxed({ trigger: 'axis', order: 'valueDesc', valueFormatter: value => value === null || value === undefined ? '–' : write(value, 2) }),
      xAxis: axis({ type: 'time', splitLine: { show: false }, axisLabel: { color: INK, fontSize: 11.5, margin: 10, hideOverlap: true,
        formatter: { year: '{d} {MMM}', month: '{d} {MMM}', day: '{d} {MMM}', hour: '{HH}:{mm}', minute: '{HH}:{mm}', none: '{HH}:{mm}' } } }),
      yAxis: chart.axes.map((each, index) => axis({ type: 'value', name: each.unit, scale: true,
        // A name above an axis starts at the edge of the page, not half outside it.
        nameTextStyle: { color: SOFT, fontSize: 11.5, align: index ? 'right' : 'left' },
        min: range => range.min >= 0 && range.min < range.max * .5 ? 0 : null,
        splitLine: { show: index === 0, lineStyle: { color: '#e6eaee' } }, axisLabel: { color: INK, fontSize: 11.5, formatter: tick } })),
      useUTC: true,
      series: chart.traces.map((trace, index) => ({
        name: trace.name, type: 'line', yAxisIndex: trace.axis, data: trace.points, symbol: 'none', step: trace.step ? 'end' : false, connectNulls: false,
        sampling: trace.step ? undefined : 'lttb',
        z: trace.axis ? 1 : 2, itemStyle: { color: LINES[index % LINES.length] },
        lineStyle: { width: trace.axis ? 1.1 : 1.9, type: DASHES[index % DASHES.length], color: LINES[index % LINES.length] }
      }))
    });
  }

  /** Bars of the record, and a mark and whisker per world beside them. */
  function hours(chart) {
    const count = chart.worlds.length;
    const share = chart.unit === '%';
    const bars = { name: 'recorded', type: 'bar', data: chart.recorded, barCategoryGap: '22%', itemStyle: { color: '#dfe4e9', borderColor: SOFT, borderWidth: .8 } };
    // A mark area would end in the middle of its last hour.
    const shade = chart.predictedFrom < 0 ? [] : [{ type: 'custom', silent: true, z: 0, data: [[chart.predictedFrom, 0]],
      renderItem(params, api) {
        const width = api.size([1, 0])[0], grid = params.coordSys, x = api.coord([chart.predictedFrom, 0])[0] - width / 2;
        return { type: 'group', children: [
          { type: 'rect', shape: { x, y: grid.y, width: grid.x + grid.width - x, height: grid.height }, style: { fill: '#f6f0e2' } },
          { type: 'text', style: { x: x + 4, y: grid.y + 3, text: 'prediction', fill: SOFT, font: '11px ' + FONT } }
        ] };
      } }];
    const marks = chart.worlds.map((name, index) => ({
      name, type: 'custom', encode: { x: 0, y: 1 }, itemStyle: { color: world(index)[0] }, z: 3,
      data: chart.simulated[index].map((cell, at) => cell[0] === null ? null : [at, ...cell]).filter(each => each),
      renderItem(params, api) {
        const colour = world(index)[0], mean = api.value(1), spread = api.value(2) || 0;
        const width = api.size([1, 0])[0];
        const x = api.coord([api.value(0), 0])[0] + (count > 1 ? (index - (count - 1) / 2) * width * .72 / count : 0);
        const y = value => api.coord([0, Math.max(0, share ? Math.min(100, value) : value)])[1];
        const children = [marker(world(index)[1], x, y(mean), 7.5, { fill: colour, stroke: '#fff', lineWidth: .8 })];
        if (spread > 0) children.unshift(line(x, y(mean - spread), x, y(mean + spread), colour, 1.4));
        return { type: 'group', children };
      }
    }));
    return options({
      grid: { left: 12, right: 8, top: 56, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, itemGap: 14, textStyle: { color: INK, fontSize: 12 }, itemWidth: 14, itemHeight: 10,
        data: [{ name: 'recorded', icon: 'rect' }].concat(chart.worlds.map((name, index) => ({ name, icon: world(index)[1] === 'square' ? 'rect' : world(index)[1] }))) },
      tooltip: boxed({ trigger: 'item', formatter: point => {
        const bar = point.seriesType === 'bar';
        const at = bar ? point.dataIndex : point.value[0];
        return escape(chart.hours[at]) + '<br>' + escape(point.seriesName) + ': <b>' + write(bar ? point.value : point.value[1], chart.decimals) + '</b> '
          + escape(chart.unit) + (bar || point.value[2] === null ? '' : ' ± ' + write(point.value[2], chart.decimals));
      } }),
      xAxis: axis({ type: 'category', data: chart.hours, splitLine: { show: false }, axisTick: { alignWithLabel: true },
        axisLabel: { color: INK, fontSize: 11, hideOverlap: true, formatter: name => name.split(' ').pop().slice(0, 2) } }),
      yAxis: axis({ type: 'value', name: chart.unit || 'count', min: 0, max: share ? 100 : null,
        nameTextStyle: { color: SOFT, fontSize: 11.5, align: 'left' }, axisLabel: { color: INK, fontSize: 11.5, formatter: tick } }),
      series: [...shade, bars, ...marks]
    });
  }

  const kinds = { dots, time, hours };

  document.documentElement.classList.add('js');
  const drawn = Array.from(document.querySelectorAll('figure.chart'), figure => {
    const chart = JSON.parse(figure.querySelector('script').textContent);
    const canvas = figure.querySelector('.canvas');
    if (chart.kind === 'dots') {
      canvas.style.height = Math.max(120, 54 + chart.rows.length * Math.max(24, 11.5 * chart.worlds.length)) + 'px';
    }
    const instance = echarts.init(canvas, null, { renderer: 'svg' });
    // On paper a drawing is scaled to the width of the sheet, which needs its own measure.
    instance.on('finished', () => canvas.querySelector('svg').setAttribute('viewBox', '0 0 ' + instance.getWidth() + ' ' + instance.getHeight()));
    return { chart, instance };
  });
  function draw() {
    const chosen = document.querySelector('input[name=impact]:checked');
    drawn.forEach(({ chart, instance }) => instance.setOption(kinds[chart.kind](chart, chosen ? chosen.value : ''), true));
  }
  draw();
  document.querySelectorAll('input[name=impact]').forEach(input => input.addEventListener('change', draw));
  let waiting;
  window.addEventListener('resize', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { if (!matchMedia('print').matches) drawn.forEach(({ instance }) => instance.resize()); }, 120);
  });
})();
