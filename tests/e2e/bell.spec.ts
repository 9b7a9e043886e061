import { expect, signIn, test, type Page } from './fixtures'
import { openTopic, people, reply, unique } from './people'

const bell = (page: Page) => page.locator('.top a[href="/pemberitahuan"]')
async function countOf(page: Page): Promise<number> {
  const shown = bell(page).locator('[data-unread]')
  return (await shown.count()) === 0 ? 0 : Number(await shown.textContent())
}

test('the bell moves without reload, up when something is said, down when it is read, on every page of the person', async ({ page, another }) => {
  await signIn(page, people.citizen)
  await page.goto('/pemberitahuan')
  const all = page.getByRole('button', { name: 'Tandai semua dibaca' })
  if (await all.count()) await all.click()
  await expect(bell(page).locator('[data-unread]')).toHaveCount(0)
  await openTopic(page, unique('Lonceng'), 'Siapa yang tahu?')
  const address = new URL(page.url()).pathname.replace(/\/\d+$/, '')
  await page.goto('/tentang')
  const second = await page.context().newPage()
  await second.goto('/aturan')

  const officer = await another()
  await signIn(officer, people.officer, address)
  await reply(officer, unique('Saya tahu'))
  await expect.poll(() => countOf(page)).toBe(1)
  await expect.poll(() => countOf(second)).toBe(1)
  await expect(bell(page)).toHaveAccessibleName(/1/)

  // reading the topic is reading its notices, also for the page that only lies open
  await page.goto(address)
  await expect(page.locator('#p2')).toBeVisible()
  await page.locator('#p2').scrollIntoViewIfNeeded()
  await expect.poll(() => countOf(second)).toBe(0)
  await expect.poll(() => countOf(page)).toBe(0)
})
