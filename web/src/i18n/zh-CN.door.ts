import { together, type Texts } from './texts'

export default together(import.meta.glob<Texts>(['./zh-CN.json', '../rooms/identity/zh-CN.json'], { eager: true, import: 'default' }))
