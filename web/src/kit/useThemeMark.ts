import { onScopeDispose, ref, type Ref } from 'vue'

/** Changes whenever the document's theme does: what is drawn on a canvas takes its colours then. */
export function useThemeMark(): Ref<string> {
  const mark = ref(document.documentElement.className)
  const watching = new MutationObserver(() => (mark.value = document.documentElement.className))
  watching.observe(document.documentElement, { attributeFilter: ['class'] })
  onScopeDispose(() => watching.disconnect())
  return mark
}
