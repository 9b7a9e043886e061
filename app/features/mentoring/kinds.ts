import type { MentoringForm, MentoringMode, OfferState } from '~/generated/prisma/enums'

export type FormName = MentoringForm
export type ModeName = MentoringMode
export type OfferStateName = OfferState

export const forms = ['ONE_TO_ONE', 'GROUP', 'FLASH', 'SHADOWING', 'WRITTEN'] as const satisfies readonly FormName[]
export const modes = ['ONLINE', 'ON_SITE', 'EITHER'] as const satisfies readonly ModeName[]
export const positionGroups = ['SENIOR_LEADERSHIP', 'ADMINISTRATOR', 'SUPERVISOR', 'OPERATIONAL', 'FUNCTIONAL'] as const
export type PositionGroupName = (typeof positionGroups)[number]

/** Languages a talk can be held in: Indonesian, English and those of the coast around Tapian Nauli. ISO 639 codes; Pesisir has none. */
export const languages = ['id', 'en', 'bbc', 'btm', 'min', 'jv', 'nia', 'pesisir'] as const
export type LanguageName = (typeof languages)[number]

export const sorts = ['cocok', 'slot', 'cepat', 'baru'] as const
export type SortName = (typeof sorts)[number]
