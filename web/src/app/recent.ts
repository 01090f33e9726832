const STORED = 'yuanqing.recent'
const MOST = 8

/** The points that were looked at last in this browser, newest first: their MNs. */
export function recentPoints(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]')
    return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

export function rememberPoint(mn: string): void {
  const others = recentPoints().filter((one) => one !== mn)
  localStorage.setItem(STORED, JSON.stringify([mn, ...others].slice(0, MOST)))
}
