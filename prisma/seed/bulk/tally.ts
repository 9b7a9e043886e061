import type pg from 'pg'
import { badges, type BadgeName } from '~/features/recognition/badges'

const answers = 'c.accepted and not c.opening and t.author_id <> c.person_id'
/** Deeds that earn a badge, of `contribution c` in `thread t`; helping newcomers is left to what is written live. */
const deeds: Partial<Record<BadgeName, string>> = {
  'first-answer': answers,
  'ten-answers': answers,
  'experiences-thanked': `c.label = 'EXPERIENCE' and c.opening and c.thanks > 0 and exists (select 1 from reaction r join person a on a.id = r.person_id where r.post_id = c.post_id and r.kind = 'THANKS' and a.kind = 'ASN')`,
}

/** What the portal counts by itself when something is written: contributions of people and their sums, badges, topics of each tag. For threads `from` to `to`. */
export async function tally(client: pg.ClientBase, from: number, to: number): Promise<void> {
  const range = [from, to]
  await client.query('begin')
  await client.query(`insert into contribution (post_id, person_id, thread_id, label, tags, opening, accepted, thanks, created_at)
    select p.id, p.author_id, t.id, t.label, tp.tags, p.number = 1, coalesce(t.accepted_number = p.number, false), p.thanks_count, p.created_at
    from post p join thread t on t.id = p.thread_id join topic tp on tp.id = t.id where t.id between $1 and $2`, range)
  await client.query(`insert into contribution_total (person_id, tag, posts, accepted, thanks)
    select c.person_id, w, count(*)::int, count(*) filter (where c.accepted)::int, sum(c.thanks)::int from contribution c, unnest(array_append(c.tags, '')) w where c.thread_id between $1 and $2 group by c.person_id, w
    on conflict (person_id, tag) do update set posts = contribution_total.posts + excluded.posts, accepted = contribution_total.accepted + excluded.accepted, thanks = contribution_total.thanks + excluded.thanks`, range)
  await client.query(`insert into tag (slug, topic_count) select w, count(*)::int from topic, unnest(tags) w where id between $1 and $2 group by w
    on conflict (slug) do update set topic_count = tag.topic_count + excluded.topic_count`, range)
  // the bulk is written without triggers
  await client.query('insert into topic_tag (tag, topic_id) select w, id from topic, unnest(tags) w where id between $1 and $2 on conflict do nothing', range)
  for (const [badge, where] of Object.entries(deeds))
    await client.query(`insert into badge_award (person_id, badge, earned_at, deeds)
      select d.person_id, $1, max(d.created_at), array_agg(d.post_id order by d.place) from (
        select c.person_id, c.post_id, c.created_at, row_number() over (partition by c.person_id order by c.created_at, c.post_id) as place from contribution c join thread t on t.id = c.thread_id where ${where}
      ) d where d.place <= $2 group by d.person_id having count(*) >= $2 on conflict do nothing`, [badge, badges[badge as BadgeName]])
  await client.query('commit')
}
