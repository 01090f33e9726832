import { onBeforeUnmount, onMounted } from 'vue'

const TYPING = 'input, select, textarea, [contenteditable]'

/** Whether a key goes into a field, or into a word that an input method is still composing. */
function typed(event: KeyboardEvent): boolean {
  return event.isComposing || event.key === 'Process' || (event.target instanceof Element && event.target.closest(TYPING) !== null)
}

/** Keys of a page or of the shell: 'Ctrl+k' works everywhere, single keys are dead while one types or a dialog is open. */
export function useKeys(actions: Readonly<Record<string, () => void>>): void {
  function press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.altKey) return
    const held = event.ctrlKey || event.metaKey
    if (!held && (typed(event) || document.querySelector('dialog[open]') !== null)) return
    const action = actions[held ? `Ctrl+${event.key.toLowerCase()}` : event.key]
    if (action === undefined) return
    event.preventDefault()
    action()
  }
  onMounted(() => addEventListener('keydown', press))
  onBeforeUnmount(() => removeEventListener('keydown', press))
}
