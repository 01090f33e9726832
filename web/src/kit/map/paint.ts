import { STATES, type State } from '@/live/messages'
import { SHAPES } from '../shapes'
import { token } from '../token'
import type { Spot } from './nearest'

const SIGN = 12

/** Draws the signs of many points, one path and one colour for each state. */
export function paint(canvas: HTMLCanvasElement, spots: readonly Spot[], width: number, height: number, size: number): void {
  const pixels = window.devicePixelRatio || 1
  canvas.width = Math.round(width * pixels)
  canvas.height = Math.round(height * pixels)
  const context = canvas.getContext('2d')
  if (context === null) return
  const signs = Object.fromEntries(STATES.map((state) => [state, new Path2D(SHAPES[state].path)])) as Record<State, Path2D>
  const colours = Object.fromEntries(STATES.map((state) => [state, token(`state-${state.toLowerCase()}`)])) as Record<State, string>
  const halo = token('surface')
  context.lineJoin = 'round'
  for (const { x, y, state } of spots) {
    const scale = (state === 'NORMAL' ? size * 0.8 : size) / SIGN
    context.setTransform(scale * pixels, 0, 0, scale * pixels, (x - (SIGN / 2) * scale) * pixels, (y - (SIGN / 2) * scale) * pixels)
    const { stroke } = SHAPES[state]
    context.strokeStyle = halo
    context.lineWidth = (stroke ?? 0) + 1.8
    context.stroke(signs[state])
    if (stroke === undefined) {
      context.fillStyle = colours[state]
      context.fill(signs[state])
    } else {
      context.strokeStyle = colours[state]
      context.lineWidth = stroke
      context.stroke(signs[state])
    }
  }
}
