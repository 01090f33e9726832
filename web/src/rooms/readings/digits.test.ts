import { describe, expect, it } from 'vitest'
import { withDigits } from './digits'
import type { Reading } from './queries'

describe('digits of readings', () => {
  it('are those that the logger wrote', () => {
    const [reading] = withDigits<Reading[]>('[{"factor":"a34013","rtd":null,"avg":4.90,"min":-0.10,"max":8.000,"cou":0,"flag":"N"}]')
    expect(reading).toMatchObject({ avg: 4.9, avgText: '4.90', minText: '-0.10', maxText: '8.000', couText: '0', rtd: null })
    expect(reading?.rtdText).toBeUndefined()
  })

  it('leave texts alone that look like numbers', () => {
    const flag = '"avg":4.90'
    expect(withDigits<Reading[]>(JSON.stringify([{ flag }]))[0]?.flag).toBe(flag)
  })
})
