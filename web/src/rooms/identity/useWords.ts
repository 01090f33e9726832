import { useI18n } from 'vue-i18n'
import { Problem } from '@/api/problem'
import type { Scope } from './queries'

/** Names of roles, permissions and the like in the user's language; what has none there keeps the server's. */
export function useWords() {
  const { t, te } = useI18n()
  const word = (key: string, otherwise: string) => (te(key) ? t(key) : otherwise)
  return {
    role: (name: string, displayName = name) => word(`identity.role.${name}`, displayName),
    permission: (name: string) => word(`identity.permission.${name.replaceAll('.', '_')}`, name),
    act: (name: string) => word(`identity.act.${name}`, name),
    scope: (scope: Scope) => {
      const parts = [
        ...(scope.counties ?? []),
        ...(scope.enterprises?.length ? [t('identity.scope.enterprises', { count: scope.enterprises.length })] : []),
        ...(scope.contractors?.length ? [t('identity.scope.contractors', { count: scope.contractors.length })] : []),
      ]
      const open = scope.counties == null && scope.enterprises == null && scope.contractors == null
      return open ? t('identity.scope.city') : parts.length === 0 ? t('identity.scope.nothing') : parts.join('、')
    },
    problem: (failure: unknown) => {
      if (!(failure instanceof Problem)) return String(failure)
      if (failure.status === 0) return t('app.problem.unreachable')
      const fields = failure.errors.map((one) => one.message).join(' ')
      return fields || failure.detail || t('app.problem.status', { status: failure.status })
    },
  }
}
