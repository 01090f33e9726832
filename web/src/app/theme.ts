import { ref } from 'vue'

const STORED = 'yuanqing.theme'
export const dark = ref(false)

export function startTheme(): void {
  apply(localStorage.getItem(STORED) === 'dark')
}

export function switchTheme(): void {
  apply(!dark.value)
  localStorage.setItem(STORED, dark.value ? 'dark' : 'light')
}

function apply(on: boolean): void {
  dark.value = on
  document.documentElement.classList.toggle('dark', on)
}
