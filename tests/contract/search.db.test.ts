import { describe, test } from 'vitest'
import { meiliEngine } from '~/features/search/engines/meili.server'
import { postgresEngine } from '~/features/search/engines/postgres.server'
import { engineContract } from './search-suite'

engineContract('PostgreSQL', () => postgresEngine)

const { MEILI_URL: url, MEILI_KEY: key } = process.env
if (url) {
  engineContract('Meilisearch', () => meiliEngine({ url, key: key || undefined, index: `balai_test_${process.pid}`, patience: 10_000 }))
} else {
  console.info('The contract of search was not run against Meilisearch: MEILI_URL is not set. Set it (and MEILI_KEY) to a server whose index balai_test_* may be made and removed.')
  describe('Meilisearch keeps the contract of search', () => {
    test.skip('not run: MEILI_URL is not set', () => undefined)
  })
}
