import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { Problem } from '@/api/problem'
import { useRuleText } from './useRuleText'

/**
 * What the server says of a form: at its fields, and of the whole.
 *
 * @param shown fields that show what is wrong with them; what is wrong with others is said of the whole
 */
export function useSaving(error: Ref<Error | null>, shown?: () => string[]) {
  const { t } = useI18n()
  const text = useRuleText()
  const failure = computed(() => (error.value instanceof Problem ? error.value : null))
  /** Of a field, or of one of its items, such as networks[1]. */
  const errorOf = (field: string) =>
    failure.value?.errors
      .filter((one) => one.field === field || one.field.startsWith(`${field}[`))
      .map(text)
      .join('; ') || undefined
  const told = computed(() => {
    if (error.value === null) return ''
    if (failure.value === null || failure.value.status === 0) return t('app.problem.unreachable')
    if (failure.value.status === 403) return t('app.problem.forbidden')
    if (failure.value.errors.length > 0) {
      const elsewhere = failure.value.errors.filter((one) => shown !== undefined && !shown().some((field) => one.field === field || one.field.startsWith(`${field}[`)))
      return [t('registry.access.failed'), ...elsewhere.map((one) => `${one.field}: ${text(one)}`)].join(' ')
    }
    return failure.value.detail || t('app.problem.status', { status: failure.value.status })
  })
  return { errorOf, told }
}
