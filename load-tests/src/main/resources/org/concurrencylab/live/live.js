'use strict';
(() => {
  const byId = id => document.getElementById(id);
  const put = (node, text) => { if (node.textContent !== text) node.textContent = text; };
  const mark = (node, name, on) => { if (node.classList.contains(name) !== on) node.classList.toggle(name, on); };
  const none = '–';
  const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
  const known = (value, format) => value === null || value === undefined ? none : format(value);
  const count = value => whole.format(value);
  /* As in the report: three significant digits. */
  const duration = micros => {
    const millis = micros / 1000;
    if (millis >= 999.5) return (millis / 1000).toFixed(millis < 9995 ? 2 : 1) + ' s';
    return millis.toFixed(millis < 9.995 ? 2 : millis < 99.95 ? 1 : 0) + ' ms';
  };
  const clock = seconds => {
    const left = Math.ceil(seconds);
    return Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0');
  };
  const spokenEveryMillis = 15000;
  const fewestPoints = 20;
  const headlines = { STARTING: 'Starting', WARM_UP: 'Warming up', CONTRACT: 'Checking that all answer alike',
    MEASURING: 'Measuring', REPORT: 'Writing the report', DONE: 'Done', ENDED: 'The run ended without a report' };
  const cards = new Map();
  let state = null;
  let receivedAt = 0;
  let spokenAt = -spokenEveryMillis;
  let spokenPhase = '';
  let ended = false;

  const card = contender => {
    if (!cards.has(contender.name)) {
      const article = byId('contender').content.firstElementChild.cloneNode(true);
      article.classList.add('series-' + contender.series);
      const parts = {};
      article.querySelectorAll('[data-is]').forEach(node => { parts[node.dataset.is] = node; });
      article.querySelectorAll('[data-line]').forEach(node => { parts['svg-' + node.dataset.line] = node; });
      parts.name.id = 'contender-' + (cards.size + 1);
      article.setAttribute('aria-labelledby', parts.name.id);
      byId('contenders').append(article);
      cards.set(contender.name, { article, parts });
    }
    return cards.get(contender.name);
  };

  /* Of all contenders, so that lines can be held against each other; rates from zero, latencies on a logarithmic axis. */
  const scales = s => {
    const points = s.contenders.flatMap(contender => contender.points);
    const p99s = points.map(point => point.p99).filter(value => value !== null && value > 0);
    const offered = s.target ? s.target.offeredPerSecond : 0;
    const most = Math.max(1, offered, ...points.map(point => point.rate)) * 1.05;
    const low = p99s.length ? Math.min(...p99s) / 1.2 : 1;
    const high = p99s.length ? Math.max(...p99s) * 1.2 : 10;
    const span = Math.max(fewestPoints, ...s.contenders.map(contender => contender.points.length)) - 1;
    return {
      x: i => 300 * i / span,
      rate: value => 58 - 56 * value / most,
      p99: value => 58 - 56 * Math.log(Math.max(value, low) / low) / Math.log(high / low),
      low, high,
    };
  };
  const path = (points, value, x, y) => {
    let pen = 'M';
    const drawn = points.map((point, i) => {
      if (value(point) === null) {
        pen = 'M';
        return '';
      }
      const step = pen + x(i).toFixed(1) + ' ' + y(value(point)).toFixed(1);
      pen = 'L';
      return step;
    }).join('');
    return points.length === 1 && drawn ? drawn + 'h0.1' : drawn;
  };
  const draw = (node, d) => { if (node.getAttribute('d') !== d) node.setAttribute('d', d); };

  const together = s => s.target.contender === '';
  const isLoaded = (s, contender) => s.loading && (together(s) || s.target.contender === contender.name);
  const basis = (s, contender) => {
    if (contender.now || (isLoaded(s, contender) && contender.slices === 0)) {
      if (together(s)) return 'now, its share of all together';
      return 'now' + (s.target.again ? ', a second time to show the noise' : '');
    }
    if (contender.slices > 0) return 'median of ' + contender.slices + (contender.slices === 1 ? ' slice' : ' slices');
    return contender.figures.rate === null ? 'not loaded yet' : 'when last loaded';
  };

  const show = (s, contender, scale) => {
    const { article, parts } = card(contender);
    const figures = contender.figures;
    mark(article, 'loaded', isLoaded(s, contender));
    put(parts.name, contender.name);
    put(parts.basis, basis(s, contender));
    put(parts.rate, known(figures.rate, count));
    put(parts.p50, known(figures.p50, duration));
    put(parts.p99, known(figures.p99, duration));
    put(parts.inFlight, known(figures.inFlight, count));
    put(parts.threads, known(figures.threads, count));
    put(parts.cpuShare, known(figures.cpuShare, share => count(100 * share) + ' %'));
    put(parts.cpuMillis, known(figures.cpuMillis, millis => millis.toFixed(3) + ' ms'));
    put(parts.errors, figures.rate === null && contender.errors === 0 ? none : count(contender.errors));
    mark(parts.errors, 'alarm', contender.errors > 0);
    put(parts.rates, 'requests/s (dashed: offered)');
    put(parts.p99s, 'p99, log' + (scale.low > 1 ? ': ' + duration(scale.low) + '–' + duration(scale.high) : ''));
    draw(parts['svg-rate'].querySelector('.line'), path(contender.points, point => point.rate, scale.x, scale.rate));
    draw(parts['svg-rate'].querySelector('.offered'),
      s.target ? 'M0 ' + scale.rate(s.target.offeredPerSecond).toFixed(1) + 'H300' : '');
    draw(parts['svg-p99'].querySelector('.line'), path(contender.points, point => point.p99, scale.x, scale.p99));
  };

  const headline = s => {
    if (!s.loading || !s.target) {
      if (s.phase === 'MEASURING' && !/^(block|contract)/.test(s.step)) return s.step;
      return s.phase === 'CONTRACT' || s.phase === 'REPORT' ? headlines[s.phase] + ': ' + s.step.split(' · ').pop() : headlines[s.phase];
    }
    if (together(s)) return headlines[s.phase];
    return headlines[s.phase] + ' ' + s.target.contender + (s.target.block ? ', block ' + s.target.block + '/' + s.target.blocks : '');
  };

  const showPhase = s => {
    const items = [...document.querySelectorAll('[data-phase]')];
    const at = s.phase === 'DONE' ? items.length : items.findIndex(item => item.dataset.phase === s.phase);
    items.forEach((item, i) => {
      mark(item, 'done', i < at);
      if (i === at) item.setAttribute('aria-current', 'step'); else item.removeAttribute('aria-current');
    });
  };

  /* For those who listen: at each phase, and now and then, never with every message. */
  const speak = s => {
    const now = performance.now();
    if (s.phase === spokenPhase && now - spokenAt < spokenEveryMillis) return;
    spokenPhase = s.phase;
    spokenAt = now;
    const figures = s.contenders.filter(contender => contender.figures.rate !== null).map(contender =>
      contender.name + ' ' + count(contender.figures.rate) + ' per second, p99 ' + known(contender.figures.p99, duration));
    put(byId('spoken'), [headline(s) + (s.target ? ', ' + s.target.workload : ''), ...figures].join('; ') + '.');
  };

  const finish = s => {
    ended = true;
    if (s.phase !== 'DONE') return;
    const link = document.createElement('a');
    link.href = '#report';
    link.textContent = 'Read the finished report';
    byId('trouble').replaceChildren(link);
    put(byId('report-path'), s.report);
    byId('report').hidden = false;
    const frame = byId('report-frame');
    const fit = () => { frame.style.height = frame.contentDocument.documentElement.scrollHeight + 24 + 'px'; };
    frame.addEventListener('load', () => { fit(); setTimeout(fit, 1000); });
    addEventListener('resize', fit);
    /* Loaded at once, because the server ends with the run. */
    frame.src = '/report.html';
  };

  const tick = () => {
    if (!state || document.hidden) return;
    const over = ended || state.phase === 'REPORT';
    byId('left-line').hidden = over;
    if (!over) put(byId('left'), clock(Math.max(0, state.secondsLeft - (performance.now() - receivedAt) / 1000)));
  };

  const render = () => {
    const s = state;
    if (!s || document.hidden) return;
    put(byId('headline'), headline(s));
    showPhase(s);
    put(byId('workload'), s.target ? s.target.workload + ', ' + count(s.target.offeredPerSecond) + ' requests/s offered' + (together(s) ? ' to each' : '') : 'No load yet');
    put(byId('title'), s.target ? s.target.title : 'PostgreSQL, sellers and contenders start first.');
    const scale = scales(s);
    s.contenders.forEach(contender => show(s, contender, scale));
    speak(s);
    tick();
  };

  const events = new EventSource('/events');
  events.onmessage = message => {
    state = JSON.parse(message.data);
    receivedAt = performance.now();
    if (state.phase === 'DONE' || state.phase === 'ENDED') {
      events.close();
      finish(state);
    } else {
      put(byId('trouble'), '');
    }
    render();
  };
  events.onerror = () => {
    if (!ended) put(byId('trouble'), 'The connection to the run is lost; the figures are the last ones known.');
  };
  document.addEventListener('visibilitychange', render);
  setInterval(tick, 1000);
})();
