import { hash } from '@node-rs/argon2'
import type pg from 'pg'
import { gatherConcerns, measureAnswerTimes } from '~/features/forum/heard.server'
import { refreshEveryStanding } from '~/features/mentoring/standing.server'
import { pool } from '~/platform/db/db.server'
import { demoPassword } from './accounts'
import { reindexAll } from './reindex'
import { writeActs } from './write-acts'
import { writeSafety } from './write-safety'
import { writeKinds } from './write-kinds'
import { writeModeration } from './write-moderation'
import { writeDrafts, writeNotices, writeNoticeSettings, writeWatches } from './write-notices'
import { writeFinding } from './write-finding'
import { writeKnowledge } from './write-knowledge'
import { writeMaterials } from './write-materials'
import { writeMentoringCare, writeMentoringReport } from './write-mentoring-care'
import { writeMentoringOffers } from './write-mentoring-offers'
import { writeMentoringClosings, writeMentoringPairs } from './write-mentoring-pairs'
import { writeMentoringHours, writeMentoringSessions } from './write-mentoring-sessions'
import { writePeople } from './write-people'
import { writeSeries } from './write-series'
import { writeReaders } from './write-readers'
import { writeReading, writeTopics } from './write-topics'

async function inTransaction(run: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    // two processes starting at once must not both fill an empty database
    await client.query("select pg_advisory_xact_lock(hashtext('balai-demo'))")
    await run(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Fills an empty database, all or nothing; one that already has people is left alone. An index that was not finished then is made now. */
export async function seedDemo(now = Date.now()): Promise<void> {
  const passwordHash = await hash(demoPassword)
  await inTransaction(async client => {
    const { rows } = await client.query('select 1 from person limit 1')
    if (rows.length > 0) return
    const people = await writePeople(client, now, passwordHash)
    const topics = await writeTopics(client, people, now)
    await writeKinds(client, people, topics, now)
    await writeSeries(client, people, topics, now)
    await writeReading(client, topics, people.all.filter(person => person.kind !== 'ASN' || !/^(staf|kepala:)/.test(person.key)), now)
    await writeNotices(client, people, topics, now)
    await writeWatches(client, people, topics, now)
    await writeNoticeSettings(client, people, now)
    await writeDrafts(client, people, topics, now)
    await writeModeration(client, people, topics, now)
    await writeFinding(client, people, topics, now)
    await writeKnowledge(client, people, topics, now)
    await writeMaterials(client, people, now)
    await writeReaders(client, people, now)
    await writeMentoringOffers(client, people, now)
    await writeMentoringHours(client, people, now)
    await writeMentoringCare(client, people, now)
    await client.query(`insert into setting (key, value) values ('demo', '{"indexed": false}')`)
  })
  const { rows: [demo] } = await pool.query<{ indexed: boolean }>(`select (value->>'indexed')::boolean as indexed from setting where key = 'demo'`)
  if (!demo || demo.indexed) return
  await pool.query('analyze person, thread, post, topic, read_position, notice, watch, tag, contribution, contribution_total, collection, article, article_revision, material, material_version')
  await gatherConcerns((await pool.query<{ id: number }>('select id from topic')).rows.map(row => row.id))
  await measureAnswerTimes()
  await writeMentoringPairs(now)
  await writeMentoringSessions(now)
  await writeMentoringClosings()
  await writeMentoringReport(now)
  await refreshEveryStanding()
  await writeActs(now)
  await writeSafety()
  if (await reindexAll()) await pool.query(`update setting set value = '{"indexed": true}', updated_at = now() where key = 'demo'`)
}
