import { describe, expect, it } from 'vitest'
import { initials } from './pinyin'

describe('initials of pinyin', () => {
  it('are what people type', () => {
    expect(initials('玉溪泽坤钢铁有限公司')).toBe('yxzkgtyxgs')
    expect(initials('通海县污水处理厂')).toBe('thxwsclc')
    expect(initials('元江 2号 DA001（废气）')).toBe('yj2hda001fq')
  })

  // The letters' borders: the first and a last character of each.
  it('know every letter', () => {
    expect(initials('安奥八步擦错达多鹅儿发覆嘎过哈或机均卡阔拉落妈木那诺哦欧怕曝七群然弱撒所他拖挖武西迅压运杂做')).toBe('aabbccddeeffgghhjjkkllmmnnooppqqrrssttwwxxyyzz')
  })
})
