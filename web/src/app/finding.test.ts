import { describe, expect, it } from 'vitest'
import { find, indexed, type Target } from './finding'

const target = (title: string, also: string, kind: Target['kind'] = 'point'): Target => ({ id: also, kind, title, detail: '', path: '/', also })
const index = indexed([
  target('玉溪泽坤钢铁有限公司 · 烧结机头排放口', '010A8900016F03FEC607FF4E'),
  target('玉溪泽坤钢铁有限公司 · 烧结机尾排放口', '010A8904016F0036F01A7579'),
  target('通海县污水处理厂 · 总排口', '88888880000001'),
  target('系统状态', '/system', 'page'),
])
const titles = (typed: string, most = 10) => find(index, typed, most).map((one) => one.also)

describe('the palette', () => {
  it('finds points by name, by MN in any case, by initials', () => {
    expect(titles('污水')).toEqual(['88888880000001'])
    expect(titles('010a8904')).toEqual(['010A8904016F0036F01A7579'])
    expect(titles('thx')).toEqual(['88888880000001'])
    expect(titles('yxzk')).toEqual(['010A8900016F03FEC607FF4E', '010A8904016F0036F01A7579'])
  })

  it('takes several words, each of which must fit', () => {
    expect(titles('泽坤 jw')).toEqual(['010A8904016F0036F01A7579'])
    expect(titles('泽坤 污水')).toEqual([])
  })

  it('finds pages too, puts the better fit first, and shows no more than asked for', () => {
    expect(titles('xt')).toEqual(['/system'])
    expect(titles('88888880000001')[0]).toBe('88888880000001')
    expect(titles('玉溪', 1)).toHaveLength(1)
    expect(titles('  ')).toEqual([])
  })
})
