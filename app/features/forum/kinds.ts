import type { TopicPartName } from './kind-views'
import type { TopicKindName } from './views'

export interface KindPart {
  part: TopicPartName
  /** name of its field in forms */
  field: 'situation' | 'outcome' | 'repeat' | 'asked' | 'summary'
  needed: boolean
}

/** characters of one part, as it is typed */
export const PART_MAX = 8_000

const part = (name: TopicPartName, needed: boolean): KindPart => ({ part: name, field: name.toLowerCase() as KindPart['field'], needed })

/** The texts a kind has beside its opening post. The opening post of an experience and of a request for feedback says what was done. */
export const partsOf: Record<TopicKindName, readonly KindPart[]> = {
  DISCUSSION: [], QUESTION: [], ANNOUNCEMENT: [], MEETING: [],
  EXPERIENCE: [part('SITUATION', false), part('OUTCOME', true), part('REPEAT', false)],
  FEEDBACK: [part('ASKED', true)],
  CONSULTATION: [part('SUMMARY', false)],
}

/** Kinds a topic may be turned into after it was opened: the others bind people by what they promised them. */
export const changeableKinds: readonly TopicKindName[] = ['DISCUSSION', 'QUESTION', 'EXPERIENCE', 'ANNOUNCEMENT']

export const mayBecome = (from: TopicKindName, to: TopicKindName): boolean => from === to || (changeableKinds.includes(from) && changeableKinds.includes(to))

export type KindIcon = 'circle-help' | 'notebook-pen' | 'megaphone' | 'messages-square' | 'message-circle-heart' | 'landmark' | 'calendar'
export const kindIcons: Record<TopicKindName, KindIcon> = {
  QUESTION: 'circle-help', EXPERIENCE: 'notebook-pen', ANNOUNCEMENT: 'megaphone', DISCUSSION: 'messages-square', FEEDBACK: 'message-circle-heart', CONSULTATION: 'landmark', MEETING: 'calendar',
}
