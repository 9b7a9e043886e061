import type { CommandContribution } from '~/platform/command'
import { Conflict } from '~/platform/errors'
import type { SearchSource } from '~/platform/search/source.server'
import { reindexAll } from './sources.server'

/** `npm run search:reindex` */
export function searchCommands(sources: readonly SearchSource[]): CommandContribution[] {
  return [{
    name: 'search:reindex',
    async run(_args, say) {
      const started = Date.now()
      try {
        const { documents } = await reindexAll(sources, say)
        say(`${documents.toLocaleString('id-ID')} dokumen dalam ${((Date.now() - started) / 1000).toFixed(1)} detik. Indeks baru sudah dipakai.`)
        return 0
      } catch (error) {
        if (!(error instanceof Conflict)) throw error
        say('Proses lain sedang menyusun ulang indeks. Coba lagi setelah selesai.')
        return 1
      }
    },
  }]
}
