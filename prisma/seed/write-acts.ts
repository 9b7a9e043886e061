import { reply } from '~/features/discussion/posts.server'
import { pinTopic } from '~/features/forum/topic-acts.server'
import { splitTopic } from '~/features/forum/topic-parting.server'
import { openTopic } from '~/features/forum/topics.server'
import { viewerOfPersonUnscoped } from '~/features/people/viewer.server'
import { pool } from '~/platform/db/db.server'
import type { Member } from '~/platform/viewer'

const DAY = 86_400_000
const NAMED = 'kinerja-dan-karier'

async function who(slug: string): Promise<Member> {
  const { rows: [row] } = await pool.query<{ id: number }>('select id from person where slug = $1', [slug])
  if (!row) throw new Error(`nobody has the address ${slug}`)
  return viewerOfPersonUnscoped(row.id)
}

async function topicCalled(start: string): Promise<number> {
  const { rows: [row] } = await pool.query<{ id: number }>(`select id from topic where title like $1 || '%' order by id limit 1`, [start])
  if (!row) throw new Error(`no topic begins with ${start}`)
  return row.id
}

/** Through the verbs, as people would: a pinned topic, one that appears later, one split in two, and a conversation under names of the topic. Once. */
export async function writeActs(now: number): Promise<void> {
  const { rows } = await pool.query('select 1 from moderation_act limit 1')
  if (rows.length > 0) return
  const [melva, junaidi, nurhayati] = await Promise.all([who('melva-sitompul'), who('junaidi-sikumbang'), who('nurhayati-chaniago')])
  const key = (name: string) => `contoh-${name}-00000000`
  await pinTopic(melva, { topicId: await topicCalled('Aturan main forum'), until: new Date(now + 21 * DAY), everywhere: true, reason: 'Agar mudah ditemukan anggota baru.' })
  await splitTopic(melva, { topicId: await topicCalled('Ide perbaikan ruang tunggu'), numbers: [3], title: 'Kursi prioritas di ruang tunggu: dari mana anggarannya?', reason: 'Pembahasan anggaran mendapat topiknya sendiri.' })
  await openTopic(nurhayati, {
    category: 'kependudukan', kind: 'ANNOUNCEMENT', title: 'Jadwal pelayanan Dukcapil selama libur akhir tahun', tags: ['jadwal'], clientKey: key('jadwal'), publishAt: new Date(now + 6 * DAY),
    written: { markdown: 'Loket buka setengah hari pada 24 dan 31 Desember. Perekaman KTP-el tetap dapat didaftarkan lewat kelurahan.' },
  })
  await pool.query('update category set pseudonyms = true where slug = $1', [NAMED])
  await pool.query(`insert into shelf_rule (shelf, pseudonyms) select 'category:' || id, true from category where slug = $1 on conflict (shelf) do update set pseudonyms = true`, [NAMED])
  const asked = await openTopic(junaidi, {
    category: NAMED, kind: 'QUESTION', title: 'Penilaian kinerja terasa tidak adil, bagaimana menyampaikannya?', tags: ['skp', 'umpan-balik'], clientKey: key('samaran'), masked: true,
    written: { markdown: 'Ekspektasi saya dinilai rendah tanpa penjelasan. Saya ingin bertanya baik-baik, tetapi khawatir dianggap melawan. Ada yang pernah mengalaminya?' },
  })
  await reply(melva, { threadId: asked.id, clientKey: key('jawab'), written: { markdown: 'Mintalah dialog kinerja tertulis dan bawa bukti capaian per triwulan. Atasan wajib memberi umpan balik; Anda tidak sedang melawan.' } })
  await reply(nurhayati, { threadId: asked.id, clientKey: key('samaran-dua'), masked: true, written: { markdown: 'Saya pernah. Yang menolong: menanyakan *contoh perilaku* yang diharapkan, bukan membantah nilainya.' } })
  await reply(await who('junaidi-sikumbang'), { threadId: asked.id, clientKey: key('samaran-tiga'), masked: true, replyTo: 2, written: { markdown: 'Terima kasih, saya coba minta dialognya minggu ini.' } })
}
