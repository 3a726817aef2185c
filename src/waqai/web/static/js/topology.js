// Reads a TopoJSON file into GeoJSON, layer by layer.
export function layers(topology) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  const line = (numbers) => numbers.flatMap((n, at) => {
    const arc = n < 0 ? arcs[~n].slice().reverse() : arcs[n];
    return at ? arc.slice(1) : arc;
  });
  const shape = {
    LineString: (a) => line(a),
    MultiLineString: (a) => a.map(line),
    Polygon: (a) => a.map(line),
    MultiPolygon: (a) => a.map((rings) => rings.map(line)),
  };
  const feature = (g) => ({
    type: "Feature",
    properties: g.properties || {},
    geometry: { type: g.type, coordinates: shape[g.type](g.arcs) },
  });
  const out = {};
  for (const [name, object] of Object.entries(topology.objects)) {
    out[name] = { type: "FeatureCollection", features: object.geometries.filter((g) => g.arcs).map(feature) };
  }
  return out;
}

// Where a shape's name may stand: the middle of its longest ring's box.
export function labels(collection) {
  const features = collection.features.map((f) => {
    const rings = f.geometry.type === "Polygon" ? f.geometry.coordinates : f.geometry.coordinates.map((p) => p[0]);
    const ring = rings.reduce((a, b) => (b.length > a.length ? b : a));
    let area = 0, x = 0, y = 0;
    for (let i = 0; i < ring.length - 1; i++) {
      const [ax, ay] = ring[i], [bx, by] = ring[i + 1], cross = ax * by - bx * ay;
      area += cross; x += (ax + bx) * cross; y += (ay + by) * cross;
    }
    const middle = area ? [x / (3 * area), y / (3 * area)] : ring[0];
    return { type: "Feature", properties: { ...f.properties, size: Math.abs(area) }, geometry: { type: "Point", coordinates: middle } };
  });
  return { type: "FeatureCollection", features };
}
