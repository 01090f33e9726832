import { describe, expect, it } from 'vitest'
import { balanced } from './counters'

describe('system state', () => {
  it('notices a single frame that is nowhere, or twice', () => {
    const counters = { received: 10, stored: 7, duplicate: 2, quarantined: 1, acknowledged: 9, noiseBytes: 0 }
    expect(balanced(counters)).toBe(true)
    expect(balanced({ ...counters, received: 11 })).toBe(false)
    expect(balanced({ ...counters, duplicate: 3 })).toBe(false)
  })
})
