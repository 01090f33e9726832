import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { Problem } from '@/api/problem'

/** What the server says of a form: at its fields, and of the whole. */
export function useSaving(error: Ref<Error | null>) {
  const { t } = useI18n()
  const failure = computed(() => (error.value instanceof Problem ? error.value : null))
  /** Of a field, or of one of its items, such as networks[1]. */
  const errorOf = (field: string) =>
    failure.value?.errors
      .filter((one) => one.field === field || one.field.startsWith(`${field}[`))
      .map((one) => one.message)
      .join('; ') || undefined
  const told = computed(() => {
    if (error.value === null) return ''
    if (failure.value === null || failure.value.status === 0) return t('app.problem.unreachable')
    if (failure.value.status === 403) return t('app.problem.forbidden')
    return failure.value.errors.length > 0 ? t('registry.access.failed') : failure.value.detail || t('app.problem.status', { status: failure.value.status })
  })
  return { errorOf, told }
}
