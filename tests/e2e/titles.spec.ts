import { demoAccounts } from '../../prisma/seed/accounts'
import { exportsOf, files, pathOf } from './addresses'
import { expect, signIn, test } from './fixtures'
import { addressOfPublicTopic } from './people'

const pages = files.filter(file => exportsOf(file, 'default'))
/** The page for every other address, which is the house's page of errors. */
const nowhere = '$.tsx'

test('every page names itself', () => {
  expect(pages.length).toBeGreaterThan(40)
  expect(pages.filter(file => file !== nowhere && !exportsOf(file, 'meta'))).toEqual([])
})

test('every page that opens has a title of its own, in the language that is read', async ({ page, another }) => {
  const administrator = demoAccounts.find(account => account.role === 'Administrator')!
  const topic = await addressOfPublicTopic(page)
  await signIn(page, administrator)
  const stranger = await another()
  const id = /\/t\/(\d+)\//.exec(topic)?.[1] ?? ''
  const opened: string[] = []
  const wrong: string[] = []
  for (const file of pages) {
    for (const { request } of [page, stranger]) {
      const answer = await request.get(file.startsWith('forum.t.$id.$slug') ? topic : file.startsWith('utas') || file.startsWith('topik') ? pathOf(file).replace('/1/', `/${id}/`) : pathOf(file), { maxRedirects: 0 })
      if (answer.status() !== 200) continue
      opened.push(file)
      const html = await answer.text()
      const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
      const heading = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]
      if (!/^(?! · )\S.{3,}/.test(title) || title === 'Balai' || !title.includes('Balai') || !heading) wrong.push(`${file}: ${title}`)
    }
  }
  expect(wrong).toEqual([])
  expect(new Set(opened).size).toBeGreaterThan(35)
})
