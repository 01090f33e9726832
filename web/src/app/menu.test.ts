import { expect, it } from 'vitest'
import { menuOf } from './menu'

it('lists pages by job in the order of the jobs, without empty ones and without pages that have no place or are not permitted', () => {
  const routes = [
    { name: 'system', meta: { menu: 9, job: 'system' as const } },
    { name: 'unassigned', meta: { menu: 10 } },
    { name: 'connections', meta: { menu: 5, job: 'live' as const } },
    { name: 'live', meta: { menu: 1, job: 'live' as const } },
    { name: 'point', meta: {} },
    { name: 'audit', meta: { menu: 2, permission: 'audit.read' } },
    { name: 'accounts', meta: { menu: 11, permission: 'identity.read' } },
    { name: 'overview', meta: { menu: 0, job: 'overview' as const } },
  ]
  expect(menuOf(routes, (permission) => permission === 'identity.read').map((group) => `${group.job}: ${group.entries.map((entry) => entry.name).join(' ')}`)).toEqual([
    'overview: overview', 'live: live connections', 'system: system unassigned accounts',
  ])
})
