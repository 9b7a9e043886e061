import { commands } from '~/registry.server'

/** Fills the search index from what is in the database, through the search room's own command. @returns false when it could not, e.g. because another process is at it */
export async function reindexAll(say: (line: string) => void = () => undefined): Promise<boolean> {
  const command = commands.find(one => one.name === 'search:reindex')
  return command !== undefined && !(await command.run([], say))
}
