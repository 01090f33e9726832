/** The first character of each initial letter in the order of pinyin; I, U and V begin no syllable. */
const FIRST: readonly [letter: string, character: string][] = [
  ['a', '\u963f'], ['b', '\u516b'], ['c', '\u5693'], ['d', '\u5491'], ['e', '\u59b8'], ['f', '\u53d1'], ['g', '\u65ee'],
  ['h', '\u54c8'], ['j', '\u4e0c'], ['k', '\u5494'], ['l', '\u5783'], ['m', '\u5463'], ['n', '\u62cf'], ['o', '\u5662'],
  ['p', '\u5991'], ['q', '\u4e03'], ['r', '\u5465'], ['s', '\u4ee8'], ['t', '\u4ed6'], ['w', '\u5c72'], ['x', '\u5915'],
  ['y', '\u4e2b'], ['z', '\u5e00'],
]
const HAN = /\p{Script=Han}/u
const order = new Intl.Collator('zh-CN-u-co-pinyin')
const known = new Map<string, string>()

/**
 * The initial letters of a text's pinyin, as people type them; letters and digits stay, all else falls away. By the
 * browser's own order of characters, so a character of several readings has only its usual one.
 */
export function initials(text: string): string {
  let all = ''
  for (const character of text.toLowerCase()) {
    if (/[a-z0-9]/.test(character)) all += character
    else if (HAN.test(character)) all += initial(character)
  }
  return all
}

function initial(character: string): string {
  let letter = known.get(character)
  if (letter === undefined) {
    letter = FIRST.findLast(([, first]) => order.compare(first, character) <= 0)?.[0] ?? ''
    known.set(character, letter)
  }
  return letter
}
