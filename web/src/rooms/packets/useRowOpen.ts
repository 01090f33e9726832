import { useRouter, type RouteLocationRaw } from 'vue-router'

/** A click anywhere in a row opens it, unless it was on a link or ended a selection of text. Keyboards use the row's link. */
export function useRowOpen() {
  const router = useRouter()
  return (event: MouseEvent, to: RouteLocationRaw) => {
    const onLink = event.target instanceof Element && event.target.closest('a') !== null
    if (onLink || (getSelection()?.toString() ?? '') !== '') return
    void router.push(to)
  }
}
