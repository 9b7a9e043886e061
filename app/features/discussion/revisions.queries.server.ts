import { diffWordsWithSpace } from 'diff'
import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import { reachPost, type Reached } from './rows/reach.server'
import { canSeeHistory } from './policy'
import { ms } from './sql'
import type { DiffPart, RevisionDiff, RevisionRow } from './views'

/** Beyond this the comparison would take too long; then the whole text stands as removed and added. */
const COMPARE_MS = 400

async function reach(viewer: Viewer, postId: number): Promise<Reached> {
  const reached = await reachPost(viewer, postId)
  if (!canSeeHistory(viewer, reached.thread, reached.post)) throw new NotFound('post')
  return reached
}

const list = `select r.revision, r.editor_id as "editorId", a.name as "editorName", ${ms('r.created_at')} as at
  from post_revision r join person a on a.id = r.editor_id where r.post_id = $1 order by r.revision desc limit 200`

/** Newest first, at most 200. @throws NotFound also for deleted posts, unless the viewer moderates */
export async function listRevisions(viewer: Viewer, postId: number): Promise<RevisionRow[]> {
  await reach(viewer, postId)
  return sql<RevisionRow>('post-revisions', list, [postId])
}

/** Words of one text against another's, in reading order. */
export function compare(before: string, after: string): DiffPart[] {
  if (before === after) return before === '' ? [] : [{ text: before, change: 'same' }]
  const parts = diffWordsWithSpace(before, after, { timeout: COMPARE_MS })
  if (!parts) return [{ text: before, change: 'removed' as const }, { text: after, change: 'added' as const }].filter(part => part.text !== '')
  return parts.map(part => ({ text: part.value, change: part.added ? 'added' : part.removed ? 'removed' : 'same' }))
}

/** Two versions of a post; without numbers the newest against the one before. @throws NotFound */
export async function getRevisionDiff(viewer: Viewer, postId: number, { from, to }: { from?: number; to?: number } = {}): Promise<RevisionDiff> {
  const { thread, post } = await reach(viewer, postId)
  const revisions = await sql<RevisionRow>('post-revisions', list, [postId])
  const newest = revisions[0]?.revision ?? 1
  const after = to ?? newest
  const before = from ?? Math.max(1, after - 1)
  const texts = await sql<{ revision: number; text: string }>('post-revision-texts', 'select revision, text from post_revision where post_id = $1 and revision in ($2, $3)', [postId, before, after])
  const textOf = (revision: number) => {
    const found = texts.find(row => row.revision === revision)
    if (!found) throw new NotFound('revision')
    return found.text
  }
  return {
    post: { id: post.id, number: post.number, threadId: thread.id, authorId: post.authorId },
    revisions, from: before, to: after, parts: compare(textOf(before), textOf(after)),
  }
}
