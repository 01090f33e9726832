import { expect, it } from 'vitest'
import { sameCounty, shortCounty } from './county'

it('shortens the names of autonomous counties and leaves the others', () => {
  expect(['峨山彝族自治县', '新平彝族傣族自治县', '元江哈尼族彝族傣族自治县', '红塔区', '澄江市'].map(shortCounty)).toEqual(['峨山县', '新平县', '元江县', '红塔区', '澄江市'])
})

// The map's shapes still know a county by the name that it had when they were drawn.
it('knows a county by any of its names', () => {
  expect(sameCounty('澄江县', '澄江市')).toBe(true)
  expect(sameCounty('新平彝族自治县', '新平彝族傣族自治县')).toBe(true)
  expect(sameCounty('江川区', '澄江市')).toBe(false)
})
