import '~/features/forum/events'
import { reply } from '~/features/discussion/posts.server'
import { startCase } from '~/features/moderation/cases.server'
import { decide } from '~/features/moderation/decisions.server'
import { flag } from '~/features/moderation/flags.server'
import { takeModerated } from '~/features/moderation/things.server'
import { viewerOfPersonUnscoped } from '~/features/people/viewer.server'
import type { OfficialStateName } from '~/features/forum/kind-views'
import { pool, transaction } from '~/platform/db/db.server'
import { recordEvent } from '~/platform/events/events.server'
import type { Member } from '~/platform/viewer'
import { moderated, shelves } from '~/registry.server'

async function who(slug: string): Promise<Member> {
  const { rows: [row] } = await pool.query<{ id: number }>('select id from person where slug = $1', [slug])
  if (!row) throw new Error(`nobody has the address ${slug}`)
  return viewerOfPersonUnscoped(row.id)
}

interface Answer { id: number; topicId: number; categoryId: number; unitId: number; state: OfficialStateName; authorId: number; by: number }

/** Through the verbs: a profile somebody reported, one whose owner was asked to change it, a post that waits under a name, and an official answer people are told of. Once. */
export async function writeSafety(): Promise<void> {
  const { rows } = await pool.query(`select 1 from moderation_case where kind = 'profile' limit 1`)
  if (rows.length > 0) return
  takeModerated(moderated, shelves)
  const [melva, junaidi, ratna, fauziah, darwin] = await Promise.all(['melva-sitompul', 'junaidi-sikumbang', 'ibu-ratna-zega', 'fauziah-tanjung', 'darwin-marbun'].map(who)) as [Member, Member, Member, Member, Member]
  await flag(ratna, { kind: 'profile', id: fauziah.personId, reason: 'spam', note: 'Apakah ini promosi? Mohon dilihat.' })
  const { caseId } = await startCase(melva, { kind: 'profile', id: darwin.personId })
  await decide(melva, { caseId, act: 'ASK', reason: 'Nomor lambung kapal sebaiknya tidak ditulis di profil yang terbuka. Mohon dihapus.' })
  const { rows: [topic] } = await pool.query<{ id: number }>(`select id from topic where title like 'Penilaian kinerja terasa tidak adil%' order by id limit 1`)
  if (topic)
    await reply(junaidi, { threadId: topic.id, clientKey: 'contoh-samaran-tertahan-00000000', masked: true, written: { markdown: 'Satu hal lagi yang membuat orang diam: ada rekan yang terjerat pinjaman kilat dan takut ketahuan saat dialog kinerja.' } })
  const { rows: [answer] } = await pool.query<Answer>(`select o.id, o.topic_id as "topicId", t.category_id as "categoryId", o.unit_id as "unitId", o.state::text as state, t.author_id as "authorId", o.signed_by_id as by
    from official_answer o join topic t on t.id = o.topic_id order by o.id desc limit 1`)
  if (answer) {
    const { id, by, ...rest } = answer
    await transaction(tx => recordEvent(tx, 'forum.official.answered', { ...rest, answerId: id }, by))
  }
}
