import { expect, it } from 'vitest'
import { shortCounty } from './county'

it('shortens the names of autonomous counties and leaves the others', () => {
  expect(['峨山彝族自治县', '新平彝族傣族自治县', '元江哈尼族彝族傣族自治县', '红塔区', '澄江市'].map(shortCounty)).toEqual(['峨山县', '新平县', '元江县', '红塔区', '澄江市'])
})
