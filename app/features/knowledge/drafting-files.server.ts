import { getUploadUnscoped, type UploadView } from '~/features/uploads/uploads.queries.server'
import { uploadsIn } from '~/features/uploads/uploads.server'
import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import { isPresent } from '~/platform/live/presence.server'
import type { Viewer } from '~/platform/viewer'
import { draftRoom } from './drafting-facts'
import { mayDraft } from './drafting.server'

/** Files one shared text may show before a revision has them. */
const MOST_FILES = 100

/** What somebody brought of their own into the shared text, out of the bytes of a change: others who write there may see it from now on. Files of others stay what they are. */
export async function noteFiles(articleId: number, generation: number, personId: number, update: Uint8Array): Promise<void> {
  const text = Buffer.from(update.buffer, update.byteOffset, update.byteLength).toString('latin1')
  // links hold an address, pictures the slug alone: a text of 22 letters with its length before it
  const slugs = [...new Set([...uploadsIn(text), ...[...text.matchAll(/\x16([\w-]{22})/g)].map(match => match[1] ?? '')])].slice(0, MOST_FILES)
  if (slugs.length === 0) return
  await sql('live-files', `update article_live l set files = (select array_agg(distinct f) from unnest(l.files || array(select u.slug from upload u where u.slug = any($4) and u.owner_id = $3)) f)
    where l.article_id = $1 and l.generation = $2 and cardinality(l.files) < $5 and exists (select 1 from upload u where u.slug = any($4) and u.owner_id = $3 and u.slug <> all(l.files))`, [articleId, generation, personId, slugs, MOST_FILES])
}

/** A file that stands in a shared text and in no revision yet: for who has that text open and may edit it now. @throws NotFound for everybody else */
export async function getDraftFile(viewer: Viewer, slug: string): Promise<UploadView> {
  const { personId } = viewer
  if (personId !== null && /^[\w-]{22}$/.test(slug)) {
    const drafts = await sql<{ id: number }>('live-files-of', 'select article_id as id from article_live where files @> array[$1] and state is not null limit 20', [slug])
    for (const { id } of drafts) if (isPresent(draftRoom(id), personId) && (await mayDraft(viewer, id))) return getUploadUnscoped(slug)
  }
  throw new NotFound('upload')
}
