import { sql, type Tx } from '~/platform/db/db.server'

export interface ShelfRule {
  /** minutes between two posts of one person in one thread; 0: none */
  slowMinutes: number
  /** people may write there under a name of the thread */
  pseudonyms: boolean
}

/** What holds for writing in all threads of a shelf. For the room that keeps the shelf, inside its own transaction; it asks the policy. */
export async function setShelfRule(tx: Tx, shelf: string, rule: ShelfRule): Promise<void> {
  if (rule.slowMinutes === 0 && !rule.pseudonyms) await tx.shelfRule.deleteMany({ where: { shelf } })
  else await tx.shelfRule.upsert({ where: { shelf }, create: { shelf, ...rule }, update: rule })
}

export async function findShelfRule(shelf: string): Promise<ShelfRule> {
  const [row] = await sql<ShelfRule>('shelf-rule', 'select slow_minutes as "slowMinutes", pseudonyms from shelf_rule where shelf = $1', [shelf])
  return row ?? { slowMinutes: 0, pseudonyms: false }
}
