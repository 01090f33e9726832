// Makes src/kit/map/counties.json of a city's county boundaries: node maps/make.mjs FILE.geojson
// Borders are thinned arc by arc (Douglas-Peucker), so that neighbours keep one common border without gaps.
import { readFileSync, writeFileSync } from 'node:fs'

const TOLERANCE = 0.002 // degrees: about 200 m, less than a pixel of a wall screen
const DIGITS = 4
/** Names that have changed since the shapes were drawn. */
const RENAMED = { 澄江县: '澄江市' }

const source = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const counties = source.features.map(({ properties, geometry }) => ({
  name: RENAMED[properties.name] ?? properties.name,
  rings: (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat().map(open),
}))

/** A ring without its repeated points. */
function open(ring) {
  return ring.filter((point, at) => String(point) !== String(ring.at(at - 1)))
}

const neighbours = new Map()
for (const { rings } of counties) for (const ring of rings) ring.forEach((point, at) => {
  const met = neighbours.get(String(point)) ?? new Set()
  met.add(String(ring.at(at - 1))).add(String(ring[(at + 1) % ring.length]))
  neighbours.set(String(point), met)
})
const junction = (point) => neighbours.get(String(point)).size > 2

function arcsOf(ring) {
  const start = Math.max(0, ring.findIndex(junction))
  const turned = [...ring.slice(start), ...ring.slice(0, start), ring[start]]
  const arcs = [[turned[0]]]
  turned.slice(1).forEach((point, at) => {
    arcs.at(-1).push(point)
    if (junction(point) && at < turned.length - 2) arcs.push([point])
  })
  return arcs
}

/** The same points for both neighbours, whichever way they go round. */
function thinned(arc) {
  const backwards = String(arc.at(-1)) + String(arc.at(-2)) < String(arc[0]) + String(arc[1])
  const kept = peucker(backwards ? [...arc].reverse() : arc)
  return backwards ? kept.reverse() : kept
}

function peucker(points) {
  if (points.length < 3) return points
  const [a, b] = [points[0], points.at(-1)]
  let [far, at] = [0, 0]
  for (let i = 1; i < points.length - 1; i++) {
    const away = distance(points[i], a, b)
    if (away > far) [far, at] = [away, i]
  }
  if (far <= TOLERANCE) return [a, b]
  return [...peucker(points.slice(0, at + 1)).slice(0, -1), ...peucker(points.slice(at))]
}

function distance([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy)
}

const rounded = (value) => Number(value.toFixed(DIGITS))
const made = counties.map(({ name, rings }) => ({
  name,
  at: middle(rings).map(rounded),
  rings: rings.map((ring) => arcsOf(ring).flatMap((arc) => thinned(arc).slice(0, -1)).flat().map(rounded)),
}))

/** The centre of the largest part: the name is written there, beside the county's seat where most points stand. */
function middle(rings) {
  let best = { area: 0, at: [0, 0] }
  for (const ring of rings) {
    let [area, x, y] = [0, 0, 0]
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length]
      const cross = ax * by - bx * ay
      area += cross / 2
      x += ((ax + bx) * cross) / 6
      y += ((ay + by) * cross) / 6
    })
    if (Math.abs(area) > best.area) best = { area: Math.abs(area), at: [x / area, y / area] }
  }
  return best.at
}

writeFileSync(new URL('../src/kit/map/counties.json', import.meta.url), JSON.stringify(made) + '\n')
console.log(made.map(({ name, rings }) => `${name} ${rings.flat().length / 2}`).join('\n'))
