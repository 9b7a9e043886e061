import { expect, test } from 'vitest'
import { verify } from '@node-rs/argon2'
import { pool } from '~/platform/db/db.server'
import { demoAccounts, seedDemo } from '../../prisma/seed'

const rows = async <Row extends object>(text: string) => (await pool.query<Row>(text)).rows

test('the demonstration fills an empty database once, and a second run changes nothing', async () => {
  const start = performance.now()
  await seedDemo()
  const took = performance.now() - start
  if (process.env.SAY) console.log('demo', took)
  const counts = 'select (select count(*)::int from person) as people, (select count(*)::int from post) as posts, (select count(*)::int from thread) as threads, (select count(*)::int from notice) as notices'
  const [first] = await rows<{ people: number; posts: number; threads: number; notices: number }>(counts)
  if (process.env.SAY) console.log(first)
  expect(first?.threads).toBeGreaterThanOrEqual(59)
  expect(first?.posts).toBeGreaterThanOrEqual(390)
  expect(first?.notices).toBeGreaterThan(50)
  const [base] = await rows<{ shown: number; waiting: number; stale: number; obsolete: number; wider: number }>(`select count(*) filter (where a.approved is not null)::int as shown, count(*) filter (where a.work = 'REVIEW')::int as waiting,
    count(*) filter (where a.check_by < current_date)::int as stale, count(*) filter (where a.obsolete_at is not null)::int as obsolete, count(*) filter (where a.audience <> c.audience)::int as wider from article a join collection c on c.id = a.collection_id`)
  expect(base).toMatchObject({ obsolete: 1, wider: 0 })
  expect(base?.shown).toBeGreaterThanOrEqual(55)
  expect(base?.waiting).toBeGreaterThanOrEqual(5)
  expect(base?.stale).toBeGreaterThanOrEqual(4)
  await seedDemo()
  expect(await rows(counts)).toEqual([first])
})

test('every account that is printed can sign in and has the role it names', async () => {
  for (const account of demoAccounts) {
    const { rows: [person] } = await pool.query<{ name: string; password_hash: string }>('select name, password_hash from person where email = $1', [account.login])
    expect([account.login, person?.name]).toEqual([account.login, account.name])
    expect(await verify(person?.password_hash ?? '', account.password)).toBe(true)
  }
  const roles = await rows<{ name: string; role: string }>('select p.name, r.role::text as role from role_grant r join person p on p.id = r.person_id order by 1, 2')
  expect(roles).toContainEqual({ name: 'Hendra Gunawan Lim', role: 'ADMINISTRATOR' })
  expect(await rows("select 1 from org_unit u join person p on p.id = u.head_id where u.code = 'DLH' and p.name = 'Togar Pasaribu'")).toHaveLength(1)
})

test('staff: 240 with numbers of the right form, a unit and a position each, and a head for every unit but the city', async () => {
  const [one] = await rows<{ all: number; pppk: number; cpns: number; placed: number; numbered: number; headless: number }>(`select count(*)::int as all,
    count(*) filter (where employment_kind = 'PPPK')::int as pppk, count(*) filter (where employment_kind = 'CPNS')::int as cpns,
    count(*) filter (where unit_id is not null and exists (select 1 from position_assignment a where a.person_id = p.id and a.unit_id = p.unit_id and a.ends_on is null))::int as placed,
    count(*) filter (where exists (select 1 from employee_identifier i where i.person_id = p.id and i.value ~ '^(19|20)\\d{2}(0[1-9]|1[0-2])\\d{2}\\d{4}(0[1-9]|1[0-2]|2\\d)[12]\\d{3}$'))::int as numbered,
    (select count(*)::int from org_unit where head_id is null) as headless
    from person p where kind = 'ASN' and not alias`)
  expect(one).toMatchObject({ all: 240, placed: 240, numbered: 240, headless: 1 })
  expect(one?.pppk).toBeGreaterThan(50)
  expect(one?.cpns).toBeGreaterThan(2)
})

test('counters equal what is counted again; nobody writes, reacts, reads or is told where they may not', async () => {
  expect(await rows(`select t.id from thread t where t.last_number <> (select max(number) from post where thread_id = t.id)
    or t.post_count <> (select count(*) from post where thread_id = t.id and deleted_at is null)
    or t.last_post_at <> (select max(created_at) from post where thread_id = t.id and deleted_at is null)
    or t.last_post_at > now()`)).toEqual([])
  expect(await rows(`select p.id from post p where (thanks_count, agree_count, me_too_count) <> (select count(*) filter (where kind = 'THANKS'), count(*) filter (where kind = 'AGREE'),
    count(*) filter (where kind = 'ME_TOO') from reaction r where r.post_id = p.id)`)).toEqual([])
  expect(await rows('select c.id from category c where topic_count <> (select count(*) from topic where category_id = c.id and publish_at is null)')).toEqual([])
  const may = (person: string, audience: string) => `(${audience} in ('public', 'user:' || ${person}.id) or exists (select 1 from people_group_member g where g.person_id = ${person}.id and ${audience} = 'group:' || g.group_id) or (${person}.kind = 'ASN' and (${audience} = 'asn' or exists (
    select 1 from org_unit u where u.id = ${person}.unit_id and ${audience} = any(select 'unit:' || x from unnest(u.path) x)))))`
  expect(await rows(`select p.id from post p join thread t on t.id = p.thread_id join person a on a.id = p.author_id where not ${may('a', 't.audience')}`)).toEqual([])
  expect(await rows(`select r.post_id from reaction r join post p on p.id = r.post_id join thread t on t.id = p.thread_id join person a on a.id = r.person_id where not ${may('a', 't.audience')}`)).toEqual([])
  expect(await rows(`select n.id from notice n join person a on a.id = n.person_id where not ${may('a', 'n.audience')}`)).toEqual([])
  expect(await rows('select p.id from post p join post b on b.thread_id = p.thread_id and b.number = p.number - 1 where p.created_at <= b.created_at')).toEqual([])
  expect(await rows('select event_id from notice n where not exists (select 1 from event e where e.id = n.event_id and e.delivered_at is not null)')).toEqual([])
})

test('mentoring: requests in every state, pairs at every turn, a group that waits, mentors who were silent', async () => {
  expect((await rows<{ state: string }>('select distinct state::text as state from mentoring_request order by 1')).map(row => row.state)).toEqual(['ACCEPTED', 'ASKED_BACK', 'DECLINED', 'EXPIRED', 'NEW', 'VIEWED', 'WITHDRAWN'])
  expect((await rows<{ state: string }>('select distinct state::text as state from mentoring_pair order by 1')).map(row => row.state)).toEqual(['AGREEING', 'CLOSING', 'ENDED', 'FINISHED', 'RUNNING'])
  const [one] = await rows<{ certificates: number; shown: number; waiting: number; nudged: number; silent: number; needs: number }>(`select (select count(*)::int from mentoring_certificate) as certificates, (select count(*)::int from mentoring_review where shown) as shown,
    (select count(*)::int from mentoring_member where state = 'WAITING') as waiting, (select count(*)::int from mentoring_request where nudged_at is not null and state in ('NEW', 'VIEWED')) as nudged,
    (select count(*)::int from mentoring_offer where paused_by = 'SILENCE') as silent, (select count(*)::int from mentoring_request where mentor_id is null and wave_id is null and state = 'NEW') as needs`)
  expect(one).toMatchObject({ certificates: 2, shown: 1, waiting: 2, silent: 1, needs: 1 })
  expect(one?.nudged).toBeGreaterThan(0)
  expect(await rows(`select o.id from mentoring_offer o where o.taken <> (select count(*) from mentoring_member m join mentoring_pair p on p.id = m.pair_id where p.offer_id = o.id and p.state in ('AGREEING', 'RUNNING') and m.state = 'IN')`)).toEqual([])
})
