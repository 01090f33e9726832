import type { RouteRecordNormalized } from 'vue-router'

/** The menu goes by what people come to do; in this order. */
export const JOBS = ['overview', 'live', 'data', 'quality', 'alarms', 'inspection', 'operations', 'performance', 'archive', 'system'] as const
export type Job = (typeof JOBS)[number]

export interface MenuGroup {
  job: Job
  entries: RouteRecordNormalized[]
}

type Route = Pick<RouteRecordNormalized, 'meta'>

/** The pages with a place in the menu that somebody may open, by job; jobs without any such page are left out. */
export function menuOf<R extends Route>(routes: readonly R[], may: (permission: string) => boolean): { job: Job; entries: R[] }[] {
  const open = (route: R) => route.meta.permission === undefined || may(route.meta.permission)
  const listed = routes.filter((route) => route.meta.menu !== undefined && open(route)).sort((a, b) => (a.meta.menu ?? 0) - (b.meta.menu ?? 0))
  return JOBS.map((job) => ({ job, entries: listed.filter((route) => (route.meta.job ?? 'system') === job) })).filter((group) => group.entries.length > 0)
}
