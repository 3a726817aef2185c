// The timeline: a lane for each actor, a dot for each incident, an arc for each answer, an overview to choose from.
const NS = "http://www.w3.org/2000/svg", DAY = 864e5;
const el = (name, attributes, ...children) => {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
  made.append(...children);
  return made;
};
const group = (type) => type.toLowerCase().replaceAll(/[ /]/g, "-");
const at = (day) => Date.parse(`${day}T00:00:00Z`);

export async function openTimeline(box, asked) {
  const answer = await fetch(`/api/v1/timeline${asked.query}${asked.query.length > 1 ? "&" : ""}lang=${asked.lang}`);
  if (!answer.ok) return;
  const data = await answer.json();
  const state = new Timeline(box, asked, data);
  state.draw();
  new ResizeObserver(() => state.draw()).observe(box);
}

class Timeline {
  constructor(box, asked, data) {
    Object.assign(this, { box, asked, data, words: JSON.parse(box.dataset.words), rtl: asked.lang === "ar", focus: 0 });
    const times = data.events.flatMap((e) => [at(e[2]), at(e[3])]);
    this.all = times.length ? [Math.min(...times) - 2 * DAY, Math.max(...times) + 3 * DAY] : [0, DAY];
    this.span = this.fair(data);
    box.addEventListener("keydown", (event) => this.key(event));
  }

  // Where most of it lies: a few old, recalled acts do not press the rest into a corner.
  fair(data) {
    const times = data.events.map((e) => at(e[2])).sort((a, b) => a - b);
    if (times.length < 12) return this.all;
    const low = times[Math.floor(times.length * 0.04)], high = times.at(-1);
    return high - low < (this.all[1] - this.all[0]) * 0.5 ? [low - (high - low) * 0.03 - DAY, high + (high - low) * 0.03 + DAY] : this.all;
  }

  x(time, span = this.span) {
    const part = (time - span[0]) / (span[1] - span[0]);
    const [low, high] = this.range;
    return this.rtl ? high - part * (high - low) : low + part * (high - low);
  }

  time(x, span) {
    const [low, high] = this.range, part = (x - low) / (high - low);
    return span[0] + (this.rtl ? 1 - part : part) * (span[1] - span[0]);
  }

  draw() {
    const width = this.box.clientWidth || 900, narrow = width < 560;
    if (width === this.width && this.drawn === this.span) return;
    Object.assign(this, { width, drawn: this.span });
    const aside = narrow ? 8 : width < 760 ? 152 : 210, lanes = this.data.lanes, high = narrow ? 46 : 32, top = 14;
    this.range = this.rtl ? [16, width - aside] : [aside, width - 16];
    const used = lanes.map((_, lane) => this.data.events.some((e) => e[1] === lane));
    this.rows = used.reduce((rows, is) => [...rows, rows.at(-1) + (is ? 1 : 0)], [0]);
    const count = this.rows.at(-1), bottom = top + count * high + 8, said = this.data.totals.length ? this.data.totals.length * 18 + 26 : 0, total = bottom + said + 92;
    this.y = (lane) => top + this.rows[lane] * high + high / 2 + (narrow ? 9 : 0);
    const svg = el("svg", { viewBox: `0 0 ${width} ${total}`, height: total, role: "group", "aria-label": this.words.help });
    lanes.forEach((whole, lane) => {
      const name = whole.replace(/^Military Forces of (the )?/, "Forces of ");
      if (!used[lane]) return;
      const y = this.y(lane), end = this.rtl ? width - (narrow ? 4 : aside - 12) : narrow ? 4 : aside - 12;
      svg.append(el("line", { class: "grid", x1: this.range[0], x2: this.range[1], y1: y, y2: y }));
      const anchor = narrow ? "start" : this.rtl ? "start" : "end";
      const text = el("text", { class: "lane", x: end, y: narrow ? y - 16 : y + 4, "text-anchor": anchor, direction: this.rtl ? "rtl" : "ltr" });
      if (this.rtl) text.setAttribute("text-anchor", narrow ? "start" : "end");
      text.textContent = name.length > (width < 760 ? 20 : 30) && !narrow ? `${name.slice(0, width < 760 ? 19 : 29)}…` : name;
      if (this.rtl && !narrow) text.setAttribute("x", width - 2), text.setAttribute("text-anchor", "start");
      text.append(el("title", {}, whole));
      svg.append(text);
    });
    this.axis(svg, top, bottom);
    this.arcs(svg);
    this.dots(svg);
    this.totals(svg, bottom + 22, { narrow, aside });
    this.overview(svg, bottom + said + 34);
    this.box.replaceChildren(svg);
    this.box.dataset.drawn = "yes";
  }

  axis(svg, top, bottom) {
    for (const [time, label] of ticks(this.span, this.width < 760 ? Math.max(3, Math.floor(this.width / 110)) : 9, this.asked.lang)) {
      const x = this.x(time);
      if (x < this.range[0] + 14 || x > this.range[1] - 14) continue;
      svg.append(el("line", { class: "grid", x1: x, x2: x, y1: top, y2: bottom }));
      const text = el("text", { x, y: bottom + 15, "text-anchor": "middle", direction: this.rtl ? "rtl" : "ltr" });
      text.textContent = label;
      svg.append(text);
    }
  }

  seen() {
    return this.data.events.filter((e) => at(e[3]) >= this.span[0] && at(e[2]) <= this.span[1]);
  }

  // Dots of one day on one lane stand beside each other, not on each other.
  place(events) {
    const taken = new Map(), spots = new Map();
    for (const e of events) {
      const x = this.x((at(e[2]) + at(e[3])) / 2 + DAY / 2), r = radius(e[4]);
      const key = `${e[1]}:${Math.round(x / 6)}`, n = taken.get(key) || 0;
      taken.set(key, n + 1);
      const shift = n ? (n % 2 ? 1 : -1) * Math.ceil(n / 2) * 5 : 0;
      spots.set(e[0], [x, this.y(e[1]) + Math.max(-11, Math.min(11, shift)), r]);
    }
    return spots;
  }

  arcs(svg) {
    this.spots = this.place(this.seen());
    for (const [cause, answer, stated] of this.data.arcs) {
      const from = this.spots.get(cause), to = this.spots.get(answer);
      if (!from || !to) continue;
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]], steep = Math.abs(dx) < 48;
      const side = (from[0] + to[0]) / 2 > (this.range[0] + this.range[1]) / 2 ? -1 : 1;
      // Answers of the same days bend aside, others over what lies between.
      const bulge = side * Math.max(22, Math.min(54, Math.abs(dy) * 0.45)), lift = Math.max(16, Math.min(60, Math.abs(dx) / 3));
      const middle = steep ? [(from[0] + to[0]) / 2 + bulge, (from[1] + to[1]) / 2] : [(from[0] + to[0]) / 2, Math.max(3, Math.min(from[1], to[1]) - lift)];
      const angle = Math.atan2(to[1] - middle[1], to[0] - middle[0]), back = to[2] + 1.5;
      const tip = [to[0] - back * Math.cos(angle), to[1] - back * Math.sin(angle)];
      svg.append(el("path", { class: stated ? "arc" : "arc inferred", d: `M${from[0]} ${from[1]}Q${middle[0]} ${middle[1]} ${tip[0]} ${tip[1]}` }));
      const wing = (a) => `${tip[0] - 6 * Math.cos(angle + a)} ${tip[1] - 6 * Math.sin(angle + a)}`;
      svg.append(el("path", { class: stated ? "arc" : "arc inferred", d: `M${wing(0.5)}L${tip[0]} ${tip[1]}L${wing(-0.5)}` }));
    }
  }

  // What a report states in total, from its first to its last day, against what the record counts.
  totals(svg, top, { narrow, aside }) {
    if (!this.data.totals.length) return;
    const title = el("text", { class: "lane", x: this.rtl ? this.width - 2 : narrow ? 4 : aside - 12, y: top + 14, "text-anchor": this.rtl ? "start" : narrow ? "start" : "end", direction: this.rtl ? "rtl" : "ltr" });
    title.textContent = this.words.totals;
    svg.append(title);
    this.data.totals.forEach(([report, since, until, stated, recorded, words], row) => {
      const y = top + 14 + row * 18 + (narrow ? 16 : 0), from = since ? at(since) : this.span[0], to = until ? at(until) + DAY : this.span[1];
      if (to < this.span[0] || from > this.span[1]) return;
      const ends = [this.x(Math.max(from, this.span[0])), this.x(Math.min(to, this.span[1]))].sort((m, n) => m - n);
      const wide = Math.max(6, ends[1] - ends[0]), short = recorded < stated;
      const label = this.words.total.replace("{stated}", stated).replace("{recorded}", recorded);
      const bar = el("path", { class: since ? "total" : "total open", d: `M${ends[0]} ${y - 4}v8M${ends[0]} ${y}h${wide}m0 -4v8` });
      const beside = ends[0] + wide + 8 + label.length * 6.2 < this.range[1], x = beside ? ends[0] + wide + 6 : ends[0] - 6 > this.range[0] + label.length * 6 ? ends[0] - 6 : ends[0] + wide / 2;
      const anchor = beside ? "start" : x < ends[0] ? "end" : "middle", flip = this.rtl ? { start: "end", end: "start", middle: "middle" }[anchor] : anchor;
      const text = el("text", { class: short ? "sum short" : "sum", x, y: anchor === "middle" ? y - 5 : y + 4, "text-anchor": flip, direction: this.rtl ? "rtl" : "ltr" });
      text.textContent = label;
      svg.append(el("a", { href: `/${this.asked.lang}/report/${encodeURIComponent(report)}`, "aria-label": `${words}: ${label}` }, bar, text, el("title", {}, `«${words}»`)));
    });
  }

  dots(svg) {
    const events = this.seen();
    this.order = events.map((e) => e[0]);
    this.focus = Math.min(this.focus, Math.max(0, events.length - 1));
    this.links = events.map((e, number) => {
      const [x, y, r] = this.spots.get(e[0]);
      const circle = el("circle", { cx: x, cy: y, r, fill: `var(--${group(e[5])})` }, el("title", {}, `${e[6]} · ${e[7]}`));
      const link = el("a", { href: `/${this.asked.lang}/incident/${e[0]}`, "aria-label": `${e[6]} · ${e[7]}`, tabindex: number === this.focus ? 0 : -1 }, circle);
      svg.append(link);
      return link;
    });
  }

  overview(svg, top) {
    const { start, step, counts } = this.data.overview;
    if (!counts.length) return;
    const most = Math.max(...counts), high = 40, zero = -62135596800000 - DAY; // day 1 of Python's calendar
    const layer = el("g", { class: "overview", role: "img", "aria-label": this.words.overview });
    layer.append(el("rect", { x: this.range[0], y: top, width: this.range[1] - this.range[0], height: high, fill: "transparent" }));
    counts.forEach((n, number) => {
      if (!n) return;
      const one = this.x(zero + (start + number * step) * DAY, this.all), two = this.x(zero + (start + (number + 1) * step) * DAY, this.all);
      const tall = Math.max(2, (n / most) * high);
      layer.append(el("rect", { class: "bar", x: Math.min(one, two), y: top + high - tall, width: Math.max(1.5, Math.abs(two - one) - 0.5), height: tall }));
    });
    const [a, b] = [this.x(this.span[0], this.all), this.x(this.span[1], this.all)].sort((m, n) => m - n);
    const brush = el("rect", { class: "brush", x: Math.max(a, this.range[0]), y: top - 2, width: Math.min(b, this.range[1]) - Math.max(a, this.range[0]), height: high + 4, rx: 3 });
    layer.append(brush);
    layer.addEventListener("pointerdown", (event) => this.brush(event, layer, brush));
    svg.append(layer);
  }

  brush(event, layer, brush) {
    const x = (e) => Math.max(this.range[0], Math.min(this.range[1], (e.clientX - this.box.getBoundingClientRect().left) * (this.width / this.box.clientWidth)));
    const from = x(event);
    layer.setPointerCapture(event.pointerId);
    const move = (e) => { brush.setAttribute("x", Math.min(from, x(e))); brush.setAttribute("width", Math.abs(x(e) - from)); };
    const up = (e) => {
      layer.removeEventListener("pointermove", move);
      const to = x(e), times = [this.time(from, this.all), this.time(to, this.all)].sort((m, n) => m - n);
      this.span = Math.abs(to - from) < 5 ? this.all.slice() : times;
      this.draw();
    };
    layer.addEventListener("pointermove", move);
    layer.addEventListener("pointerup", up, { once: true });
  }

  zoom(factor) {
    const link = this.links[this.focus], spot = link && this.spots.get(this.order[this.focus]);
    const middle = spot ? this.time(spot[0], this.span) : (this.span[0] + this.span[1]) / 2;
    const half = Math.max(2 * DAY, ((this.span[1] - this.span[0]) / 2) * factor);
    this.span = [Math.max(this.all[0], middle - half), Math.min(this.all[1], middle + half)];
    this.draw();
    this.links[this.focus]?.focus();
  }

  key(event) {
    const step = { ArrowRight: this.rtl ? -1 : 1, ArrowLeft: this.rtl ? 1 : -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && this.links?.length) {
      event.preventDefault();
      this.links[this.focus]?.setAttribute("tabindex", -1);
      this.focus = (this.focus + step + this.links.length) % this.links.length;
      this.links[this.focus].setAttribute("tabindex", 0);
      this.links[this.focus].focus();
    } else if (event.key === "+" || event.key === "=") this.zoom(0.5);
    else if (event.key === "-") this.zoom(2);
  }
}

const radius = (killed) => Math.min(14, 3.5 + 1.3 * Math.sqrt(killed));

function ticks(span, most, lang) {
  const days = (span[1] - span[0]) / DAY, out = [];
  const form = (options) => new Intl.DateTimeFormat(lang === "ar" ? "ar-SY-u-nu-latn" : "en-GB", { timeZone: "UTC", ...options });
  const start = new Date(span[0]);
  if (days > most * 20) {
    const months = [1, 2, 3, 6, 12, 24, 60].find((m) => days / 30.4 / m <= most) || 120;
    const year = form({ year: "numeric" }), month = form({ month: "short", year: months < 12 ? "numeric" : undefined });
    for (let m = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months; ; m += months) {
      const time = Date.UTC(Math.floor(m / 12), m % 12);
      if (time > span[1]) return out;
      out.push([time, (months >= 12 ? year : month).format(time)]);
    }
  }
  const step = [1, 2, 3, 5, 7, 14].find((d) => days / d <= most) || 21, name = form({ day: "numeric", month: "short" });
  for (let time = Math.ceil(span[0] / DAY / step) * step * DAY; time <= span[1]; time += step * DAY) out.push([time, name.format(time)]);
  return out;
}
