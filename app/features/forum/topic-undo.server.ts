import { changeThread } from '~/features/discussion/threads.server'
import { findActUnscoped, listActsUnscoped, markUndone, type ActRow } from '~/features/moderation/acts.server'
import { transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, NotFound } from '~/platform/errors'
import type { Member, Viewer } from '~/platform/viewer'
import { canModerateTopic } from './policy'
import { asMember, reachCategory, reachTopic } from './rows/reach.server'
import { relocate } from './rows/relocate.server'
import { reachModerated, setPin, showInLists, unlock, type Acted } from './topic-acts.server'
import { undoMerge, undoSplit } from './topic-parting.server'
import type { TopicHead } from './views'

const numberIn = (act: ActRow, name: string): number | null => (typeof act.detail[name] === 'number' ? act.detail[name] : null)

async function moderated(member: Member, topicId: number | null): Promise<TopicHead> {
  if (topicId === null) throw new NotFound('topic')
  const topic = await reachTopic(member, topicId)
  if (!canModerateTopic(member, topic)) throw new Forbidden()
  return topic
}

/** A topic was merged away: the one that took its posts in is what the moderator reaches. */
async function unmerge(member: Member, act: ActRow): Promise<Acted> {
  const into = await moderated(member, numberIn(act, 'into'))
  await transaction(async tx => {
    await markUndone(tx, member, act.id)
    await undoMerge(tx, member, act.thingId, into)
  })
  const topic = await reachTopic(member, act.thingId)
  return { id: topic.id, slug: topic.slug }
}

async function undoInside(tx: Tx, member: Member, topic: TopicHead, act: ActRow): Promise<void> {
  switch (act.act) {
    case 'LOCK':
      return unlock(tx, member, topic)
    case 'PIN': {
      const before = numberIn(act, 'before')
      return setPin(tx, member, topic, before !== null && before > Date.now() ? new Date(before) : null, act.detail.everywhereBefore === true)
    }
    case 'SLOW':
      return changeThread(tx, member, topic.id, { slowMinutes: numberIn(act, 'before') ?? 0 })
    case 'MOVE':
      return relocate(tx, member, topic, await reachCategory(member, String(act.detail.from)))
    case 'UNLIST':
      return showInLists(tx, member, topic)
    case 'LIST':
      return changeThread(tx, member, topic.id, { listed: false })
    case 'SPLIT':
      return undoSplit(tx, member, topic, await moderated(member, numberIn(act, 'into')))
    case 'MERGE':
      throw new Conflict('generic')
  }
}

/**
 * Takes an act back by doing its opposite; the log shows both. Any moderator of the place, where the topic stands now.
 * @throws NotFound, Forbidden, Conflict when it was taken back already or something else has happened since
 */
export async function undoAct(viewer: Viewer, { actId }: { actId: number }): Promise<Acted> {
  const member = asMember(viewer)
  const act = await findActUnscoped(actId)
  if (act?.kind !== 'topic') throw new NotFound('act')
  if (act.undone) throw new Conflict('undone')
  if (act.act === 'MERGE') return unmerge(member, act)
  const { topic } = await reachModerated(member, act.thingId)
  await transaction(async tx => {
    // what is undone by its opposite marks itself; the rest is marked here, and nothing twice
    if (act.act !== 'LOCK') await markUndone(tx, member, act.id)
    await undoInside(tx, member, topic, act)
  })
  return { id: topic.id, slug: topic.slug }
}

export interface ActHistory {
  topic: TopicHead
  acts: ActRow[]
}

/** What was done with a topic, for those who moderate it: newest first, those of topics that were merged into it too. @throws NotFound, Forbidden, Conflict */
export async function getActHistory(viewer: Viewer, topicId: number): Promise<ActHistory> {
  const { topic } = await reachModerated(viewer, topicId)
  return { topic, acts: await listActsUnscoped('topic', topic.id) }
}

