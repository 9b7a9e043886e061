/** Reasons that can come to a page of a conversation: their words are always there. Those of all other pages come when one is given. */
const near = new Set(['noPseudonym', 'planned', 'suspended', 'silenced', 'ownThing', 'archived', 'locked', 'revision', 'deleted', 'unverified', 'colleaguesOnly', 'voice'])

/** The words' key of a reason that Forbidden or Conflict carries. */
export const reasonKey = (reason: string): string => (near.has(reason) ? `ui:errors.reasons.${reason}` : `refusals:${reason}`)

/** The words' key of what such a refusal says beside the form it came from. */
export const refusalKey = ({ code, reason }: { code: string; reason: string }): string =>
  reason !== 'generic' ? reasonKey(reason) : code === 'Conflict' ? 'http:errors.conflict' : 'http:errors.forbidden'
