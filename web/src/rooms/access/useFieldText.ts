import { useI18n } from 'vue-i18n'

/** The label of a parameter: the standard's spelling with its name in the user's language. */
export function useFieldText() {
  const { t, te } = useI18n()
  return (name: string) => {
    if (te(`access.field.${name}`)) return t(`access.field.${name}`)
    return te(`packets.field.${name}`) ? t(`packets.field.${name}`) : name
  }
}
