// The map: MapLibre with our own base; where there is no WebGL, the picture that the server draws.
import { layers, labels } from "./topology.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const EMPTY = { type: "FeatureCollection", features: [] };
let base;

export async function openMap(box, asked) {
  try {
    const lib = await import(box.dataset.lib);
    lib.setWorkerUrl(new URL(box.dataset.worker, location.href).href);
    base ||= layers(await (await fetch(box.dataset.base)).json());
    await draw(lib, box, asked);
  } catch (error) {
    picture(box, asked, error);
  }
}

function picture(box, asked, error) {
  const address = `/${asked.lang}/map.svg${asked.query}${asked.query.length > 1 ? "&" : ""}dark=${dark.matches ? "yes" : "no"}`;
  box.replaceChildren(Object.assign(new Image(), { src: address, alt: box.getAttribute("aria-label") }));
  box.dataset.drawn = `picture: ${error?.message || error}`;
}

async function draw(lib, box, asked) {
  const words = JSON.parse(box.dataset.words);
  const first = await dots(asked, 5);
  const map = new lib.Map({
    container: box,
    style: style(box, asked.lang),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 12,
    minZoom: 2,
    ...(first.frame ? { bounds: room(first.frame), fitBoundsOptions: { padding: 40, maxZoom: 8 } } : { center: [42, 31], zoom: 3.6 }),
  });
  map.touchZoomRotate.disableRotation();
  map.on("error", () => {});
  await new Promise((done) => map.once("load", done));
  shapes(map);
  add(map);
  tools(map, box, words);
  lay(map, first, asked);
  const refresh = async () => {
    const zoom = Math.round(map.getZoom() + 0.3);
    if (refresh.zoom === zoom) return;
    refresh.zoom = zoom;
    const found = await dots(asked, zoom);
    lay(map, found, asked);
  };
  map.on("moveend", refresh);
  await refresh();
  tips(map, box, asked, words);
  map.once("idle", () => { box.dataset.drawn = "yes"; });
  dark.addEventListener("change", () => { map.setStyle(style(box, asked.lang)); map.once("styledata", () => { shapes(map); add(map); refresh.zoom = null; refresh(); }); });
}

const room = ([w, s, e, n]) => [[Math.min(w, (w + e) / 2 - 1.2), Math.min(s, (s + n) / 2 - 0.8)], [Math.max(e, (w + e) / 2 + 1.2), Math.max(n, (s + n) / 2 + 0.8)]];

async function dots(asked, zoom) {
  const answer = await fetch(`/api/v1/map${asked.query}${asked.query.length > 1 ? "&" : ""}zoom=${Math.max(0, Math.min(13, zoom))}&lang=${asked.lang}`);
  if (!answer.ok) throw new Error(`map: ${answer.status}`);
  return answer.json();
}

// What was found on the map: dots, ways from where a strike came, areas, and arcs from the answered to the answer.
function lay(map, found, asked) {
  const wide = found.areas.filter((one) => one.area), vague = found.areas.filter((one) => !one.area);
  map.getSource("dots").setData({ type: "FeatureCollection", features: [...found.features, ...vague] });
  map.getSource("ways").setData(ways(found));
  map.getSource("areas").setData({ type: "FeatureCollection", features: wide.map((one) => ({ ...base[one.area.layer].features[one.area.shape], properties: about(one) })) });
  map.getSource("area-counts").setData({ type: "FeatureCollection", features: wide.map((one) => ({ ...one, properties: about(one) })) });
  map.getSource("arcs").setData({ type: "FeatureCollection", features: found.arcs.map((one) => bend(map, one)).filter(Boolean) });
  function about(one) { return { ...one.properties, place: one.area.place, name: one.area.name, lang: asked.lang }; }
}

// A bent line, as long as both ends can be told apart at this zoom.
function bend(map, { from, to, stated }) {
  const [a, b] = [map.project(from), map.project(to)], long = Math.hypot(b.x - a.x, b.y - a.y);
  if (long < 18) return null;
  const side = a.x <= b.x ? -1 : 1, part = side * 0.22, mid = [(from[0] + to[0]) / 2 - (to[1] - from[1]) * part, (from[1] + to[1]) / 2 + (to[0] - from[0]) * part * 0.8];
  const at = (t) => [0, 1].map((i) => (1 - t) ** 2 * from[i] + 2 * (1 - t) * t * mid[i] + t * t * to[i]);
  return { type: "Feature", properties: { stated }, geometry: { type: "LineString", coordinates: Array.from({ length: 25 }, (_, n) => at(n / 24)) } };
}

function ways(found) {
  const features = found.features.flatMap((f) => (f.properties.origins || []).map((from) => ({
    type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: [from, f.geometry.coordinates] },
  })));
  return { type: "FeatureCollection", features };
}

function style(box, lang) {
  const arabic = ["U+0600-06FF", "U+FB50-FDFF", "U+FE70-FEFF"];
  const at = (url) => new URL(url, location.href).href;
  const name = ["get", lang === "ar" ? "ar" : "en"];
  const text = (size) => ({ "text-field": name, "text-font": ["Plex"], "text-size": size, "text-max-width": 7, "text-padding": 6, "symbol-sort-key": ["-", 0, ["get", "size"]] });
  const paint = { "text-color": colour("label"), "text-halo-color": colour("land"), "text-halo-width": 1.4 };
  return {
    version: 8,
    "font-faces": { Plex: [{ url: at(box.dataset.fontArabic), "unicode-range": arabic }, { url: at(box.dataset.fontLatin), "unicode-range": ["U+0000-024F", "U+2000-206F"] }] },
    sources: {
      countries: { type: "geojson", data: base.countries },
      governorates: { type: "geojson", data: base.governorates },
      rivers: { type: "geojson", data: base.rivers },
      lakes: { type: "geojson", data: base.lakes },
      "country-names": { type: "geojson", data: labels(base.countries) },
      "governorate-names": { type: "geojson", data: labels(base.governorates) },
      ways: { type: "geojson", data: EMPTY },
      arcs: { type: "geojson", data: EMPTY },
      areas: { type: "geojson", data: EMPTY },
      "area-counts": { type: "geojson", data: EMPTY },
      dots: { type: "geojson", data: EMPTY },
    },
    layers: [
      { id: "water", type: "background", paint: { "background-color": colour("water") } },
      { id: "land", type: "fill", source: "countries", paint: { "fill-color": colour("land") } },
      { id: "lakes", type: "fill", source: "lakes", paint: { "fill-color": colour("water") } },
      { id: "rivers", type: "line", source: "rivers", paint: { "line-color": colour("river"), "line-width": ["interpolate", ["linear"], ["zoom"], 3, 0.8, 8, 2.4] } },
      { id: "governorates", type: "line", source: "governorates", minzoom: 4, paint: { "line-color": colour("line"), "line-width": 0.8 } },
      { id: "countries", type: "line", source: "countries", paint: { "line-color": colour("border"), "line-width": 1.1 } },
      { id: "governorate-names", type: "symbol", source: "governorate-names", minzoom: 5.4, layout: text(11.5), paint },
      { id: "country-names", type: "symbol", source: "country-names", maxzoom: 6.4, layout: text(13.5), paint },
    ],
  };
}

const KINDS = ["Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots", "Strategic developments"];
const slug = (kind) => kind.toLowerCase().replaceAll(/[ /]/g, "-");

// Drawn shapes for how precisely a place is known, in the colour of the act: a disc, a ring, a diamond, a square.
function shapes(map) {
  const size = 64, half = size / 2, edge = colour("paper");
  const canvas = Object.assign(document.createElement("canvas"), { width: size, height: size });
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const draw = (name, ink, path, filled) => {
    pen.clearRect(0, 0, size, size);
    pen.beginPath(); path(); pen.closePath();
    pen.globalAlpha = filled; pen.fillStyle = ink; pen.fill(); pen.globalAlpha = 1;
    pen.lineWidth = filled > 0.6 ? 3 : 5; pen.strokeStyle = filled > 0.6 ? edge : ink; pen.stroke();
    if (!map.hasImage(name)) map.addImage(name, pen.getImageData(0, 0, size, size), { pixelRatio: 2 });
  };
  const disc = () => pen.arc(half, half, half - 4, 0, 7);
  const diamond = () => { pen.moveTo(half, 3); pen.lineTo(size - 3, half); pen.lineTo(half, size - 3); pen.lineTo(3, half); };
  const square = () => pen.rect(8, 8, size - 16, size - 16);
  for (const kind of ["", ...KINDS]) {
    const ink = colour(kind ? slug(kind) : "strategic-developments");
    draw(`p1${kind}`, ink, disc, 0.88); draw(`p2${kind}`, ink, disc, 0.38); draw(`p3${kind}`, ink, diamond, 0.6); draw(`p4${kind}`, ink, square, 0.6); draw(`p5${kind}`, ink, square, 0.35);
  }
  pen.clearRect(0, 0, size, size);
  pen.beginPath(); pen.moveTo(18, 14); pen.lineTo(46, half); pen.lineTo(18, 50); pen.lineWidth = 7; pen.lineJoin = pen.lineCap = "round"; pen.strokeStyle = colour("ink"); pen.stroke();
  if (!map.hasImage("tip")) map.addImage("tip", pen.getImageData(0, 0, size, size), { pixelRatio: 2 });
}

function add(map) {
  const weight = ["+", ["*", ["-", ["get", "count"], 1], 2.5], 1, ["get", "killed"]];
  const size = ["interpolate", ["linear"], ["sqrt", weight], 1, 0.34, 1.6, 0.62, 4, 0.76, 12, 1.05, 40, 1.7, 200, 2.4];
  const ink = ["match", ["get", "kind"], ...KINDS.flatMap((one) => [one, colour(slug(one))]), colour("strategic-developments")];
  const strength = ["interpolate", ["linear"], ["sqrt", ["get", "count"]], 1, 0.12, 6, 0.34];
  map.addLayer({ id: "areas", type: "fill", source: "areas", paint: { "fill-color": ink, "fill-opacity": strength } }, "governorates");
  map.addLayer({ id: "area-edges", type: "line", source: "areas", paint: { "line-color": ink, "line-opacity": 0.6, "line-width": 1, "line-dasharray": [3, 2] } }, "countries");
  map.addLayer({ id: "ways", type: "line", source: "ways", paint: { "line-color": colour("ink"), "line-width": 1.2, "line-dasharray": [3, 2] } });
  const faint = ["case", ["get", "stated"], 0.85, 0.32];
  map.addLayer({ id: "arcs", type: "line", source: "arcs", layout: { "line-cap": "round" }, paint: { "line-color": colour("ink"), "line-width": 1.5, "line-opacity": faint } });
  map.addLayer({ id: "arc-tips", type: "symbol", source: "arcs", layout: { "symbol-placement": "line-center", "icon-image": "tip", "icon-size": 0.4, "icon-allow-overlap": true, "icon-ignore-placement": true }, paint: { "icon-opacity": faint } });
  const many = { "text-field": ["case", [">", ["get", "count"], 1], ["to-string", ["get", "count"]], ""], "text-font": ["Plex"], "text-size": 12, "text-allow-overlap": true, "text-ignore-placement": true };
  const over = { "icon-allow-overlap": true, "icon-ignore-placement": true, "symbol-sort-key": weight };
  const shape = ["concat", "p", ["case", [">", ["get", "count"], 1], "1", ["to-string", ["get", "precision"]]], ["get", "kind"]];
  const paint = { "text-color": colour("sheet") };
  map.addLayer({ id: "area-counts", type: "symbol", source: "area-counts", layout: { ...many, ...over, "icon-image": ["concat", "p4", ["get", "kind"]], "icon-size": 0.62 }, paint: { "text-color": colour("ink"), "text-halo-color": colour("sheet"), "text-halo-width": 1.4 } });
  map.addLayer({ id: "dots", type: "symbol", source: "dots", layout: { ...many, ...over, "icon-image": shape, "icon-size": size }, paint });
}

function tools(map, box, words) {
  const group = document.createElement("div");
  group.className = "map-tools";
  for (const [sign, name, act] of [["+", words.in, () => map.zoomIn()], ["−", words.out, () => map.zoomOut()]]) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: sign });
    button.setAttribute("aria-label", name);
    button.addEventListener("click", act);
    group.append(button);
  }
  const here = Object.assign(document.createElement("button"), { type: "button", textContent: words.here, className: "map-here", dir: "auto" });
  here.addEventListener("click", () => {
    const b = map.getBounds(), address = new URL(location.href), part = (n) => n.toFixed(3);
    address.searchParams.set("box", [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()].map(part).join(","));
    address.searchParams.delete("after");
    location.assign(address);
  });
  box.append(group, here);
}

function tips(map, box, asked) {
  const tip = Object.assign(document.createElement("div"), { className: "map-tip", hidden: true, dir: "auto" });
  box.append(tip);
  const go = (change) => {
    const address = new URL(location.href);
    address.searchParams.delete("after");
    change(address.searchParams);
    location.assign(address);
  };
  const show = (event) => {
    const { title, when, count, name } = event.features[0].properties;
    map.getCanvas().style.cursor = "pointer";
    tip.textContent = title ? `${title} · ${when}` : name ? `${name} · ${count}` : "";
    tip.hidden = !tip.textContent;
    tip.style.insetInlineStart = `${Math.min(event.point.x + 14, box.clientWidth - 220)}px`;
    tip.style.insetBlockStart = `${event.point.y + 12}px`;
  };
  const hide = () => { tip.hidden = true; map.getCanvas().style.cursor = ""; };
  const open = (f) => location.assign(`/${asked.lang}/incident/${f.properties.id}`);
  for (const layer of ["dots", "area-counts"]) {
    map.on("mousemove", layer, show);
    map.on("mouseleave", layer, hide);
  }
  map.on("click", "area-counts", (event) => {
    const f = event.features[0];
    if (map.queryRenderedFeatures(event.point, { layers: ["dots"] }).length) return;
    if (f.properties.id) open(f);
    else go((asks) => asks.set("place", f.properties.place));
  });
  map.on("click", "dots", (event) => {
    const f = event.features[0];
    if (f.properties.id) return open(f);
    if (map.getZoom() < 9.5) return map.easeTo({ center: f.geometry.coordinates, zoom: map.getZoom() + 2 });
    const [x, y] = f.geometry.coordinates;
    go((asks) => asks.set("box", [x - 0.06, y - 0.05, x + 0.06, y + 0.05].map((n) => n.toFixed(3)).join(",")));
  });
}
