/** Degrees to pixels for an area as small as a city: straight meridians, true to shape at its middle. */

export interface Box {
  west: number
  south: number
  east: number
  north: number
}

export interface Projection {
  x(longitude: number): number
  y(latitude: number): number
}

/** Pairs of longitude and latitude, one after another. */
export type Ring = readonly number[]

export function boxOf(rings: readonly Ring[]): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 2) {
      const [longitude, latitude] = [ring[i] as number, ring[i + 1] as number]
      box.west = Math.min(box.west, longitude)
      box.east = Math.max(box.east, longitude)
      box.south = Math.min(box.south, latitude)
      box.north = Math.max(box.north, latitude)
    }
  }
  return box
}

/** The box in the middle of a picture, as large as the margin allows. */
export function fit(box: Box, width: number, height: number, margin: number): Projection {
  const narrowing = Math.cos(((box.south + box.north) / 2) * (Math.PI / 180))
  const [across, down] = [(box.east - box.west) * narrowing, box.north - box.south]
  const scale = Math.max(1, Math.min((width - 2 * margin) / across, (height - 2 * margin) / down))
  const [left, top] = [(width - across * scale) / 2, (height - down * scale) / 2]
  return {
    x: (longitude) => left + (longitude - box.west) * narrowing * scale,
    y: (latitude) => top + (box.north - latitude) * scale,
  }
}

export function pathOf(rings: readonly Ring[], projection: Projection): string {
  return rings.map((ring) => {
    let path = ''
    for (let i = 0; i + 1 < ring.length; i += 2) {
      path += `${i === 0 ? 'M' : 'L'}${projection.x(ring[i] as number).toFixed(1)} ${projection.y(ring[i + 1] as number).toFixed(1)}`
    }
    return `${path}z`
  }).join('')
}
