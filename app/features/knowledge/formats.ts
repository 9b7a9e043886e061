import type { IconName } from '~/ui/icons/names'

/** What a file of the knowledge base is, by its content; `video` stands elsewhere and is only linked. */
export const formats = ['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'txt', 'csv', 'md', 'picture', 'video'] as const
export type Format = (typeof formats)[number]

export const readings = ['WAITING', 'READ', 'EMPTY', 'LOCKED', 'BROKEN', 'HEAVY', 'NONE'] as const
export type Reading = (typeof readings)[number]

export const formatIcons: Record<Format, IconName> = {
  pdf: 'file-text', docx: 'file-text', xlsx: 'table', pptx: 'monitor', odt: 'file-text', ods: 'table', txt: 'file-text', csv: 'table', md: 'file-text', picture: 'image', video: 'external-link',
}

/** The format of a stored upload. */
export function formatOf(upload: { name: string; width: number | null }): Format {
  if (upload.width !== null) return 'picture'
  const extension = upload.name.split('.').at(-1)
  return formats.find(one => one === extension) ?? 'txt'
}

/** Whether its words are read by the job. */
export const isRead = (format: Format): boolean => format !== 'picture' && format !== 'video'

/** What its parts are called: pages, slides or sheets. */
export const partOf = (format: Format): 'page' | 'slide' | 'sheet' => (format === 'pptx' ? 'slide' : format === 'xlsx' || format === 'ods' ? 'sheet' : 'page')

/** Terms under which a file may be used, the most open first; the words are in the locales. */
export const licences = ['public', 'cc-by', 'cc-by-sa', 'city', 'internal', 'other'] as const

/** Addresses. The number decides, the slug is for people. */
export const materialPath = (material: { id: number; slug: string }): string => `/pengetahuan/berkas/${material.id}/${material.slug}`
/** "unduh", "versi", "ubah", "sahkan", "buang", "pulihkan" */
export const materialActPath = (id: number, act: string): string => `/materi/${id}/${act}`

/** What was done with a file: a version came and waits, was shown at once or approved, its words were read, what is said of it changed. */
export type MaterialAct = 'brought' | 'shown' | 'approved' | 'read' | 'changed' | 'binned' | 'restored'
/** Lines of its record: what people did. Its readers may also follow those of its collection. */
export type RecordedAct = Exclude<MaterialAct, 'read'> | 'followed'
/** What is said of a file, in the order the record names it. */
export const factNames = ['title', 'collection', 'audience', 'description', 'licence', 'source', 'tags'] as const
export type FactName = (typeof factNames)[number]
