import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { api, data } from '@/api/client'
import type { components } from '@/api/schema'

type Schemas = components['schemas']
export type Enterprise = Schemas['Enterprise']
export type Outlet = Schemas['Outlet']
export type Point = Schemas['MonitoringPoint']
export type PointArchive = Schemas['PointArchive']
export type Equipment = Schemas['Equipment']
export type Certificate = Schemas['Certificate']
export type Contractor = Schemas['Contractor']
export type Contract = Schemas['Contract']
export type Notice = Schemas['ChangeNotice']
export type AttachedFile = Schemas['AttachedFile']
export type Contact = Schemas['Contact']
export type ClassPeriod = Schemas['ClassPeriod']
export type ArchiveChange = Schemas['ArchiveChange']
export interface Industry { code: string; name: string }
/** What a form hands over: the server says what is wrong with it, field by field. */
export type Body = Record<string, unknown>

/** The answer's type is what the document says; the client cannot tell it apart from the answers of failures. */
const as = <T>(answer: Promise<unknown>) => data(answer as Promise<{ data?: T }>)
const path = (id: number) => ({ params: { path: { id } } })

function part<T>(id: () => number, name: string, ask: (id: number) => Promise<T>) {
  return useQuery({ queryKey: ['registry', 'archive', id, name], queryFn: () => ask(id()) })
}

export const useEnterprise = (id: () => number) => part(id, 'itself', (one) => as<Enterprise>(api.GET('/api/enterprises/{id}', path(one))))
export const useClasses = (id: () => number) => part(id, 'classes', (one) => as<ClassPeriod[]>(api.GET('/api/enterprises/{id}/classes', path(one))))
export const useContacts = (id: () => number) => part(id, 'contacts', (one) => as<Contact[]>(api.GET('/api/enterprises/{id}/contacts', path(one))))
export const useOutlets = (id: () => number) => part(id, 'outlets', (one) => as<Outlet[]>(api.GET('/api/enterprises/{id}/outlets', path(one))))
export const usePoints = (id: () => number) => part(id, 'points', async (one) => (await as<{ items: Point[] }>(api.GET('/api/points', { params: { query: { enterprise: one, size: 1000 } } }))).items)
export const useEquipment = (id: () => number) => part(id, 'equipment', (one) => as<Equipment[]>(api.GET('/api/enterprises/{id}/equipment', path(one))))
export const useCertificates = (id: () => number) => part(id, 'certificates', (one) => as<Certificate[]>(api.GET('/api/certificates', { params: { query: { enterprise: one } } })))
export const useContracts = (id: () => number) => part(id, 'contracts', (one) => as<Contract[]>(api.GET('/api/contracts', { params: { query: { enterprise: one } } })))
export const useFiles = (id: () => number) => part(id, 'files', (one) => as<AttachedFile[]>(api.GET('/api/enterprises/{id}/files', path(one))))
export const useNotices = (id: () => number) => part(id, 'notices', (one) => as<Notice[]>(api.GET('/api/notices', { params: { query: { enterprise: one } } })))

export function useChanges(id: () => number, page: () => number, size: number) {
  return useQuery({
    queryKey: ['registry', 'archive', id, 'changes', page],
    queryFn: () => as<{ items: ArchiveChange[]; total: number }>(api.GET('/api/enterprises/{id}/changes', { params: { path: { id: id() }, query: { page: page(), size } } })),
    placeholderData: keepPreviousData,
  })
}

export const usePointArchive = (mn: () => string) =>
  useQuery({ queryKey: ['registry', 'point', mn], queryFn: () => as<PointArchive>(api.GET('/api/points/{mn}/archive', { params: { path: { mn: mn() } } })) })
export const useContractors = () => useQuery({ queryKey: ['registry', 'contractors'], queryFn: () => as<Contractor[]>(api.GET('/api/contractors')) })
export const useIndustries = () => useQuery({ queryKey: ['registry', 'industries'], queryFn: () => as<Industry[]>(api.GET('/api/industries')), staleTime: Infinity })

/** Certificates of which the rules warn today; or that end by a day. */
export function useExpiring(filter: () => { county: string; by: string }) {
  return useQuery({
    queryKey: ['registry', 'expiring', filter],
    queryFn: () => {
      const { county, by } = filter()
      return as<Certificate[]>(api.GET('/api/certificates', { params: { query: { ...(county === '' ? {} : { county }), ...(by === '' ? { expiring: true } : { expiringBy: by }) } } }))
    },
    placeholderData: keepPreviousData,
  })
}

/** Every change makes what is shown of the archives old. */
function useChange<I, O>(act: (input: I) => Promise<O>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: act, onSuccess: () => queries.invalidateQueries({ queryKey: ['registry'] }) })
}

const never = (body: unknown) => body as never
export const useRegisterEnterprise = () => useChange((body: Body) => as<{ id: number }>(api.POST('/api/enterprises', { body: never(body) })))
export const useChangeEnterprise = () => useChange(({ id, body }: { id: number; body: Body }) => as<Enterprise>(api.PUT('/api/enterprises/{id}', { ...path(id), body: never(body) })))
export const useChangeClass = () => useChange(({ id, body }: { id: number; body: Body }) => as<ClassPeriod[]>(api.POST('/api/enterprises/{id}/classes', { ...path(id), body: never(body) })))
export const useChangeContacts = () => useChange(({ id, contacts }: { id: number; contacts: Contact[] }) => as<Contact[]>(api.PUT('/api/enterprises/{id}/contacts', { ...path(id), body: contacts })))
export const useSaveOutlet = () =>
  useChange(({ enterprise, id, body }: { enterprise: number; id: number | null; body: Body }) =>
    as<Outlet>(id === null ? api.POST('/api/enterprises/{id}/outlets', { ...path(enterprise), body: never(body) }) : api.PUT('/api/outlets/{id}', { ...path(id), body: never(body) })))
export const useChangePoint = () => useChange(({ mn, body }: { mn: string; body: Body }) => as<PointArchive>(api.PUT('/api/points/{mn}/archive', { params: { path: { mn } }, body: never(body) })))
export const useSaveEquipment = () =>
  useChange(({ mn, id, replace, body }: { mn: string; id: number | null; replace: boolean; body: Body }) =>
    as<Equipment>(
      id === null
        ? api.POST('/api/points/{mn}/equipment', { params: { path: { mn } }, body: never(body) })
        : replace
          ? api.POST('/api/equipment/{id}/replacement', { ...path(id), body: never(body) })
          : api.PUT('/api/equipment/{id}', { ...path(id), body: never(body) }),
    ))
export const useRemoveEquipment = () => useChange(({ id, on }: { id: number; on: string }) => as<Equipment>(api.POST('/api/equipment/{id}/removal', { ...path(id), body: never({ on }) })))
export const useSaveCertificate = () =>
  useChange(({ owner, ownerId, id, renew, body }: { owner: Certificate['ownerKind']; ownerId: number; id: number | null; renew: boolean; body: Body }) =>
    as<Certificate>(
      id === null
        ? api.POST('/api/certificates', { params: { query: { owner, ownerId } }, body: never(body) })
        : renew
          ? api.POST('/api/certificates/{id}/renewal', { ...path(id), body: never(body) })
          : api.PUT('/api/certificates/{id}', { ...path(id), body: never(body) }),
    ))
export const useRegisterContractor = () => useChange((body: Body) => as<Contractor>(api.POST('/api/contractors', { body: never(body) })))
export const useRegisterContract = () => useChange((body: Body) => as<Contract>(api.POST('/api/contracts', { body: never(body) })))
export const useEndContract = () => useChange(({ id, body }: { id: number; body: Body }) => as<Contract>(api.PUT('/api/contracts/{id}/end', { ...path(id), body: never(body) })))
export const useFileNotice = () => useChange(({ mn, body }: { mn: string; body: Body }) => as<Notice>(api.POST('/api/points/{mn}/notices', { params: { path: { mn } }, body: never(body) })))
export const useDecideNotice = () => useChange(({ id, body }: { id: number; body: Body }) => as<Notice>(api.POST('/api/notices/{id}/decision', { ...path(id), body: never(body) })))
export const useAddFile = () =>
  useChange(({ id, file, note }: { id: number; file: File; note: string }) =>
    as<AttachedFile>(
      api.POST('/api/enterprises/{id}/files', { params: { path: { id }, query: { name: file.name, ...(note === '' ? {} : { note }) } }, body: never(file), bodySerializer: (body: unknown) => body as BodyInit, headers: { 'Content-Type': 'application/octet-stream' } }),
    ))
export const useRemoveFile = () => useChange((id: number) => as<undefined>(api.DELETE('/api/files/{id}', path(id))))
