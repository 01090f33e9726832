import { useI18n } from 'vue-i18n'
import type { Field } from './fields'

const MEDIA = ['WATER', 'GAS', 'VOC', 'NOISE', 'AIR', 'SURFACE_WATER', 'DUST', 'OTHER']
const OUTLETS = ['MAIN', 'GENERAL', 'OTHER']
const EQUIPMENT = ['ANALYZER', 'FLOW_METER', 'LOGGER', 'SAMPLER', 'OTHER']
const CERTIFICATES = ['PERMIT', 'QUALIFICATION', 'COMPETENCE', 'PRODUCT', 'VERIFICATION', 'ACCEPTANCE', 'OTHER']
const NOTICES = ['REGISTRATION', 'REACCEPTANCE', 'STOP', 'REMOVAL']

/** The fields of each kind of record in an archive. */
export function useFields() {
  const { t } = useI18n()
  const named = (values: string[], text: (value: string) => string) => values.map((value) => ({ value, text: text(value) }))
  const classes = named(['KEY', 'GENERAL'], (one) => t(`class.${one}`))
  const media = named(MEDIA, (one) => t(`medium.${one}`))
  const editions = named(['2005', '2017', '2025'], (one) => `HJ 212-${one}`)

  const enterprise: Field[] = [
    { key: 'name', kind: 'text', required: true, wide: true },
    { key: 'county', kind: 'text', required: true },
    { key: 'creditCode', kind: 'text' },
    { key: 'industryCode', kind: 'text' },
    { key: 'industry', kind: 'text' },
    { key: 'address', kind: 'text', wide: true },
    { key: 'longitude', kind: 'number' },
    { key: 'latitude', kind: 'number' },
    { key: 'permitNumber', kind: 'text' },
    { key: 'permitFrom', kind: 'date' },
    { key: 'permitUntil', kind: 'date' },
  ]
  const supervisionClass: Field = { key: 'supervisionClass', kind: 'choice', required: true, choices: classes }
  const classChange: Field[] = [supervisionClass, { key: 'from', kind: 'date', required: true }, { key: 'basis', kind: 'text', required: true, wide: true }]
  const outlet: Field[] = [
    { key: 'code', kind: 'text' },
    { key: 'name', kind: 'text', required: true },
    { key: 'medium', kind: 'choice', choices: media },
    { key: 'kind', kind: 'choice', choices: named(OUTLETS, (one) => t(`registry.outletKind.${one}`)) },
    { key: 'receivingWater', kind: 'text' },
    { key: 'height', kind: 'number' },
    { key: 'longitude', kind: 'number' },
    { key: 'latitude', kind: 'number' },
  ]
  const point: Field[] = [
    { key: 'name', kind: 'text', required: true },
    { key: 'medium', kind: 'choice', required: true, choices: media },
    { key: 'edition', kind: 'choice', required: true, choices: editions },
    { key: 'st', kind: 'text' },
    { key: 'referenceOxygen', kind: 'number' },
    { key: 'connectedFrom', kind: 'date' },
    { key: 'minuteInterval', kind: 'number' },
    { key: 'endStamped', kind: 'yes-no' },
    { key: 'autoCommands', kind: 'yes-no' },
    { key: 'stackArea', kind: 'number' },
    { key: 'flowUnit', kind: 'text' },
    { key: 'factors', kind: 'codes', wide: true },
    { key: 'assessedFactors', kind: 'codes', wide: true },
  ]
  const equipment: Field[] = [
    { key: 'kind', kind: 'choice', required: true, choices: named(EQUIPMENT, (one) => t(`registry.equipmentKind.${one}`)) },
    { key: 'name', kind: 'text', required: true },
    { key: 'factors', kind: 'codes' },
    { key: 'maker', kind: 'text' },
    { key: 'model', kind: 'text' },
    { key: 'serial', kind: 'text' },
    { key: 'principle', kind: 'text' },
    { key: 'rangeLow', kind: 'number' },
    { key: 'rangeHigh', kind: 'number' },
    { key: 'unit', kind: 'text' },
    { key: 'detectionLimit', kind: 'number' },
    { key: 'productCertificate', kind: 'text' },
    { key: 'installedOn', kind: 'date' },
    { key: 'acceptedOn', kind: 'date' },
  ]
  const certificate: Field[] = [
    { key: 'kind', kind: 'choice', required: true, choices: named(CERTIFICATES, (one) => t(`registry.certificateKind.${one}`)) },
    { key: 'name', kind: 'text', required: true },
    { key: 'number', kind: 'text' },
    { key: 'issuer', kind: 'text' },
    { key: 'issuedOn', kind: 'date' },
    { key: 'expiresOn', kind: 'date' },
  ]
  const contract: Field[] = [
    { key: 'number', kind: 'text' },
    { key: 'validFrom', kind: 'date', required: true },
    { key: 'lastDay', kind: 'date' },
  ]
  const contractor: Field[] = [
    { key: 'name', kind: 'text', required: true },
    { key: 'creditCode', kind: 'text' },
    { key: 'filingNumber', kind: 'text' },
    { key: 'contact', kind: 'text' },
    { key: 'phone', kind: 'text' },
  ]
  const notice: Field[] = [
    { key: 'kind', kind: 'choice', required: true, choices: named(NOTICES, (one) => t(`registry.noticeKind.${one}`)) },
    { key: 'eventOn', kind: 'date', required: true },
    { key: 'eventUntil', kind: 'date' },
    { key: 'text', kind: 'area', required: true },
  ]
  return { enterprise, supervisionClass, classChange, outlet, point, equipment, certificate, contract, contractor, notice }
}
