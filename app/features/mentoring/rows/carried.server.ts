import type { Tx } from '~/platform/db/db.server'

/** What a learner takes along to another mentor: the goals not reached yet, and the notes they chose. */
export interface Carried {
  pairId: number
  noteIds: number[]
}

/** Goals not reached yet and the chosen notes into the new room, where both read them. Words of the earlier mentor stay behind. */
export async function takeAlong(tx: Tx, requestId: number, pairId: number, learnerId: number): Promise<void> {
  const request = await tx.mentoringRequest.findUnique({ where: { id: requestId }, select: { carries: true } })
  const carried = request?.carries as Carried | null | undefined
  if (!carried) return
  await tx.$executeRaw`
    insert into mentoring_goal (pair_id, position, text, measure, due_on, progress, standing)
    select ${pairId}::int, row_number() over (order by g.position), g.text, g.measure, case when g.due_on >= current_date then g.due_on end, g.progress, g.standing
    from mentoring_goal g join mentoring_member m on m.pair_id = g.pair_id and m.person_id = ${learnerId}::int where g.pair_id = ${carried.pairId}::int and g.done_at is null`
  await tx.$executeRaw`
    insert into mentoring_note (pair_id, author_id, shared, text, client_key, created_at, updated_at)
    select ${pairId}::int, ${learnerId}::int, true, n.text, 'carried-' || ${pairId}::int || '-' || n.id, n.created_at, now()
    from mentoring_note n join mentoring_member m on m.pair_id = n.pair_id and m.person_id = ${learnerId}::int
    where n.pair_id = ${carried.pairId}::int and n.id = any(${carried.noteIds}::int[]) and n.author_id = ${learnerId}::int
    on conflict do nothing`
}
