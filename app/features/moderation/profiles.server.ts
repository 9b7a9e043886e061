import { hideProfile, listProfilesUnscoped, profileParts, restoreProfile } from '~/features/people/profile-hiding.server'
import type { Moderated, ModeratedThing } from './contract'

/** Profiles: people is the floor and knows no moderation, so this room fills its own contract for them. They stand in no list: moderators of the house decide. */
export const moderatedProfiles: Moderated = {
  kind: 'profile',
  asks: true,
  parts: profileParts,
  load: async ids => new Map((await listProfilesUnscoped(ids)).map((one): [number, ModeratedThing] => [one.id, {
    id: one.id, audience: 'public', shelf: '', authorId: one.id, title: one.name, text: one.text, html: '', url: `/orang/${one.slug}`, at: one.createdAt, state: 'standing',
    // what is open to colleagues alone is not shown to whoever flags
    excerpt: '', ...(one.photo ? { image: one.photo } : {}),
  }])),
  hide: (tx, by, id, _reason, parts) => hideProfile(tx, id, profileParts.filter(part => !parts || parts.includes(part)), by.personId),
  restore: (tx, by, id) => restoreProfile(tx, id, by.personId),
}
