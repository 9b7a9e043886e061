import { describe, expect, test } from 'vitest'
import { isSelf, shownAs, stranger, type Member, type RoleName, type Viewer } from '~/platform/viewer'
import { canAccept, canDelete, canEdit, canMask, canModerate, canReact, canRead, canReply, canRestore, canSeeHistory } from './policy'

const ME = 5
const now = Date.parse('2026-11-21T08:00:00Z')
const day = 86_400_000

function member(kind: Member['kind'], given: { roles?: RoleName[]; verified?: boolean; id?: number } = {}): Member {
  const id = given.id ?? ME
  return {
    ...stranger(), personId: id, kind, name: 'Orang', slug: 'orang', verified: given.verified ?? true, roles: given.roles ?? [],
    audiences: ['public', ...(kind === 'ASN' ? ['asn'] : []), `user:${id}`],
  }
}
const who = {
  stranger: stranger(), citizen: member('CITIZEN'), unverified: member('CITIZEN', { verified: false }), asn: member('ASN'),
  moderator: member('ASN', { roles: ['MODERATOR'], id: 9 }), administrator: member('ASN', { roles: ['ADMINISTRATOR'], id: 9 }), officer: member('ASN', { roles: ['HRD_OFFICER'], id: 9 }),
} satisfies Record<string, Viewer>
type Who = keyof typeof who

const threads = {
  open: { audience: 'public', authorId: 1, answerable: false, locked: false, removed: false },
  mine: { audience: 'public', authorId: ME, answerable: true, locked: false, removed: false },
  question: { audience: 'public', authorId: 1, answerable: true, locked: false, removed: false },
  locked: { audience: 'public', authorId: ME, answerable: true, locked: true, removed: false },
  removed: { audience: 'public', authorId: ME, answerable: true, locked: false, removed: true },
  asn: { audience: 'asn', authorId: ME, answerable: true, locked: false, removed: false },
}
type Thread = keyof typeof threads

const posts = {
  own: { authorId: ME }, others: { authorId: 1 },
  ownGone: { authorId: ME, deleted: 'author' as const, deletedAt: now - 29 * day },
  ownLongGone: { authorId: ME, deleted: 'author' as const, deletedAt: now - 31 * day },
  ownTaken: { authorId: ME, deleted: 'moderator' as const, deletedAt: now },
  othersGone: { authorId: 1, deleted: 'author' as const, deletedAt: now },
}
type Post = keyof typeof posts

const rules = {
  read: (viewer: Viewer, thread: Thread) => canRead(viewer, threads[thread]),
  reply: (viewer: Viewer, thread: Thread) => canReply(viewer, threads[thread]),
  moderate: (viewer: Viewer, thread: Thread) => canModerate(viewer, threads[thread]),
  accept: (viewer: Viewer, thread: Thread) => canAccept(viewer, threads[thread]),
  edit: (viewer: Viewer, thread: Thread, post: Post) => canEdit(viewer, threads[thread], posts[post]),
  delete: (viewer: Viewer, thread: Thread, post: Post) => canDelete(viewer, threads[thread], posts[post]),
  restore: (viewer: Viewer, thread: Thread, post: Post) => canRestore(viewer, threads[thread], posts[post], now),
  thank: (viewer: Viewer, thread: Thread, post: Post) => canReact(viewer, threads[thread], posts[post], 'THANKS'),
  meToo: (viewer: Viewer, thread: Thread, post: Post) => canReact(viewer, threads[thread], posts[post], 'ME_TOO'),
  history: (viewer: Viewer, thread: Thread, post: Post) => canSeeHistory(viewer, threads[thread], posts[post]),
}

const table: [number, keyof typeof rules, Who, Thread, Post, boolean][] = [
  [1, 'read', 'stranger', 'open', 'own', true],
  [2, 'read', 'stranger', 'asn', 'own', false],
  [3, 'read', 'citizen', 'asn', 'own', false],
  [4, 'read', 'asn', 'asn', 'own', true],
  [5, 'read', 'administrator', 'removed', 'own', false],
  [6, 'reply', 'stranger', 'open', 'own', false],
  [7, 'reply', 'citizen', 'open', 'own', true],
  [8, 'reply', 'unverified', 'open', 'own', false],
  [9, 'reply', 'citizen', 'asn', 'own', false],
  [10, 'reply', 'asn', 'asn', 'own', true],
  [11, 'reply', 'citizen', 'locked', 'own', false],
  [12, 'reply', 'moderator', 'locked', 'own', false],
  [13, 'reply', 'citizen', 'removed', 'own', false],
  [14, 'moderate', 'moderator', 'open', 'own', true],
  [15, 'moderate', 'administrator', 'open', 'own', true],
  [16, 'moderate', 'officer', 'open', 'own', false],
  [17, 'moderate', 'asn', 'open', 'own', false],
  [18, 'moderate', 'moderator', 'removed', 'own', false],
  [19, 'edit', 'citizen', 'open', 'own', true],
  [20, 'edit', 'citizen', 'open', 'others', false],
  [21, 'edit', 'moderator', 'open', 'others', false],
  [22, 'edit', 'citizen', 'locked', 'own', false],
  [23, 'edit', 'citizen', 'open', 'ownGone', false],
  [24, 'edit', 'unverified', 'open', 'own', false],
  [25, 'delete', 'citizen', 'open', 'own', true],
  [26, 'delete', 'citizen', 'open', 'others', false],
  [27, 'delete', 'citizen', 'locked', 'own', false],
  [28, 'delete', 'moderator', 'locked', 'own', true],
  [29, 'delete', 'moderator', 'open', 'ownGone', false],
  [30, 'delete', 'moderator', 'removed', 'own', false],
  [31, 'restore', 'citizen', 'open', 'ownGone', true],
  [32, 'restore', 'citizen', 'open', 'ownLongGone', false],
  [33, 'restore', 'citizen', 'open', 'ownTaken', false],
  [34, 'restore', 'citizen', 'open', 'othersGone', false],
  [35, 'restore', 'citizen', 'locked', 'ownGone', false],
  [36, 'restore', 'moderator', 'locked', 'ownLongGone', true],
  [37, 'restore', 'moderator', 'open', 'ownTaken', true],
  [38, 'restore', 'moderator', 'open', 'own', false],
  [39, 'accept', 'citizen', 'mine', 'others', true],
  [40, 'accept', 'citizen', 'question', 'others', false],
  [41, 'accept', 'citizen', 'open', 'others', false],
  [42, 'accept', 'citizen', 'locked', 'others', true],
  [43, 'accept', 'moderator', 'question', 'others', true],
  [44, 'accept', 'moderator', 'open', 'others', false],
  [45, 'accept', 'stranger', 'question', 'others', false],
  [46, 'thank', 'citizen', 'open', 'others', true],
  [47, 'thank', 'citizen', 'open', 'own', false],
  [48, 'thank', 'citizen', 'locked', 'others', true],
  [49, 'thank', 'citizen', 'open', 'othersGone', false],
  [50, 'thank', 'unverified', 'open', 'others', false],
  [51, 'thank', 'stranger', 'open', 'others', false],
  [52, 'meToo', 'citizen', 'open', 'others', false],
  [53, 'meToo', 'citizen', 'question', 'others', true],
  [54, 'history', 'stranger', 'open', 'own', true],
  [55, 'history', 'citizen', 'open', 'ownGone', false],
  [56, 'history', 'moderator', 'open', 'ownGone', true],
  [57, 'history', 'citizen', 'asn', 'own', false],
]

describe('rights in a conversation', () => {
  test.each(table)('%i. %s: %s, %s thread, %s post: %s', (_n, rule, viewer, thread, post, expected) => {
    expect(rules[rule](who[viewer], thread, post)).toBe(expected)
  })
})

describe('names of a thread', () => {
  const NAME = 70
  const writer = { ...member('ASN'), aliases: [NAME] }
  const others = { ...who, partner: member('PARTNER'), writer, writerModerates: { ...writer, roles: ['MODERATOR' as const] }, silenced: { ...member('CITIZEN'), silencedUntil: Number.MAX_SAFE_INTEGER } }
  const named = { audience: 'public', authorId: NAME, answerable: true, locked: false, removed: false }
  const asked = { ...named, authorId: 1 }
  const its = { authorId: NAME }
  const gone = { authorId: NAME, deleted: 'author' as const, deletedAt: now - day }
  const acts = {
    'use one where the category allows it': (viewer: Viewer) => canMask(viewer, true),
    'use one elsewhere': (viewer: Viewer) => canMask(viewer, false),
    'reply in the thread': (viewer: Viewer) => canReply(viewer, named),
    'edit what stands under the name': (viewer: Viewer) => canEdit(viewer, named, its),
    'delete it': (viewer: Viewer) => canDelete(viewer, named, its),
    'restore it': (viewer: Viewer) => canRestore(viewer, named, gone, now),
    'accept an answer to its question': (viewer: Viewer) => canAccept(viewer, named),
    'accept an answer to another\'s question': (viewer: Viewer) => canAccept(viewer, asked),
    'thank it': (viewer: Viewer) => canReact(viewer, named, its, 'THANKS'),
    'moderate the thread': (viewer: Viewer) => canModerate(viewer, named),
    'be taken for the name': (viewer: Viewer) => isSelf(viewer, NAME),
    'act under the name with what it wrote': (viewer: Viewer) => viewer.personId !== null && shownAs(viewer as Member, NAME) === NAME,
    'act under the name with what others wrote': (viewer: Viewer) => viewer.personId !== null && shownAs(viewer as Member, 1) === NAME,
  }
  const scenarios: [number, keyof typeof others, keyof typeof acts, boolean][] = [
    [1, 'asn', 'use one where the category allows it', true],
    [2, 'citizen', 'use one where the category allows it', true],
    [3, 'partner', 'use one where the category allows it', false],
    [4, 'stranger', 'use one where the category allows it', false],
    [5, 'asn', 'use one elsewhere', false],
    [6, 'citizen', 'use one elsewhere', false],
    [7, 'silenced', 'reply in the thread', false],
    [8, 'unverified', 'reply in the thread', false],
    [9, 'writer', 'edit what stands under the name', true],
    [10, 'asn', 'edit what stands under the name', false],
    [11, 'writer', 'delete it', true],
    [12, 'asn', 'delete it', false],
    [13, 'moderator', 'delete it', true],
    [14, 'writer', 'restore it', true],
    [15, 'asn', 'restore it', false],
    [16, 'writer', 'accept an answer to its question', true],
    [17, 'asn', 'accept an answer to its question', false],
    [18, 'writer', 'accept an answer to another\'s question', false],
    [19, 'writer', 'thank it', false],
    [20, 'asn', 'thank it', true],
    [21, 'writer', 'moderate the thread', false],
    [22, 'writerModerates', 'moderate the thread', true],
    [23, 'writer', 'be taken for the name', true],
    [24, 'administrator', 'be taken for the name', false],
    [25, 'writer', 'act under the name with what it wrote', true],
    [26, 'writer', 'act under the name with what others wrote', false],
    [27, 'moderator', 'act under the name with what it wrote', false],
    [28, 'stranger', 'act under the name with what it wrote', false],
  ]
  test.each(scenarios)('%i. %s may %s: %s', (_n, viewer, act, expected) => {
    expect(acts[act](others[viewer])).toBe(expected)
  })
})
