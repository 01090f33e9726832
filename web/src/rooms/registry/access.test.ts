import { expect, it } from 'vitest'
import { changedDevice, changedDoor, networksOf } from './access'

const door = { passwordSet: true, networks: ['10.1.0.0/16'] }
const device = { crcPolicy: 'STRICT', lengthPolicy: 'STRICT', keySet: false, keys: [] }

it('networks are read one a line, or parted as people write lists', () => {
  expect(networksOf(' 10.1.0.0/16\n\n192.0.2.7，192.0.2.8; ')).toEqual(['10.1.0.0/16', '192.0.2.7', '192.0.2.8'])
})

it('only what differs is sent: a password that nobody typed stays', () => {
  expect(changedDoor(door, '', false, '10.1.0.0/16\n')).toEqual({})
  expect(changedDoor(door, '654321', false, '10.1.0.0/16')).toEqual({ password: '654321' })
  expect(changedDoor(door, '', true, '')).toEqual({ password: '', networks: [] })
  expect(changedDevice(device, 'STRICT', 'STRICT', '')).toEqual({})
  expect(changedDevice(device, 'IGNORE', 'STRICT', '0123456789abcdef')).toEqual({ crcPolicy: 'IGNORE', hj212Key: '0123456789abcdef' })
})
