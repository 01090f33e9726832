export type Texts = { [key: string]: string | Texts }

/** All files of a language as one: each has its own namespace at its top. */
export function together(files: Record<string, Texts>): Texts {
  return Object.assign({}, ...Object.values(files)) as Texts
}
