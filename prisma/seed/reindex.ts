import { commands } from '~/registry.server'

/** Fills the search index from what is in the database, through the search room's own command. */
export async function reindexAll(say: (line: string) => void = () => undefined): Promise<void> {
  await commands.find(command => command.name === 'search:reindex')?.run([], say)
}
