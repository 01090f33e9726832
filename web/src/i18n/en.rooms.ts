import { together, type Texts } from './texts'

export default together(import.meta.glob<Texts>(['../rooms/*/en.json', '!../rooms/identity/en.json'], { eager: true, import: 'default' }))
