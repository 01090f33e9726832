import { useI18n } from 'vue-i18n'

/** What kind of alarm it is, in the user's words; its code where this version has no word for it. */
export function useAlarmName(): (kind: string) => string {
  const { t, te } = useI18n()
  return (kind) => (te(`system.alarm.${kind}`) ? t(`system.alarm.${kind}`) : kind)
}
