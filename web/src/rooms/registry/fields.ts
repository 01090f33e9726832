/** A field of a form over one record. Its label is the text registry.field.<key>. */
export interface Field {
  key: string
  kind: 'text' | 'area' | 'number' | 'date' | 'codes' | 'choice' | 'yes-no'
  required?: boolean
  /** Values and how they are said. */
  choices?: { value: string; text: string }[]
  /** Wide ones take the whole width of the form. */
  wide?: boolean
}

/** What stands in the inputs for a record. */
export function toInputs(fields: Field[], record: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(fields.map(({ key }) => {
    const value = record[key]
    return [key, Array.isArray(value) ? value.join(' ') : value === null || value === undefined ? '' : String(value)]
  }))
}

/** The body for the server. What is no number is sent as it was written: the server says what is wrong with it. */
export function toBody(fields: Field[], inputs: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(fields.map(({ key, kind }) => {
    const text = (inputs[key] ?? '').trim()
    if (kind === 'codes') return [key, text.split(/[\s,，、;；]+/).filter((one) => one !== '')]
    if (text === '') return [key, null]
    if (kind === 'number') return [key, Number.isFinite(Number(text)) ? Number(text) : text]
    if (kind === 'yes-no') return [key, text === 'true']
    return [key, text]
  }))
}

/** Required fields without a value. */
export function missing(fields: Field[], inputs: Readonly<Record<string, string>>): string[] {
  return fields.filter(({ key, required }) => required && (inputs[key] ?? '').trim() === '').map(({ key }) => key)
}
