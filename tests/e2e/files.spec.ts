import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import JSZip from 'jszip'
import { pdfWith } from '../factories/files'
import { expect, signIn, test } from './fixtures'
import { people, unique } from './people'

const reviewer = { login: 'nurhayati.chaniago@sibolga.example', password: people.officer.password }
const pdfType = 'application/pdf'
const startOf = async (answer: { body: () => Promise<Buffer> }, bytes: number) => (await answer.body()).subarray(0, bytes).toString('latin1')

test('a file: sent with its progress, the same one noticed, looked at, replaced under the same address, narrowed', async ({ page, another, watch }) => {
  test.setTimeout(120_000)
  watch.allow(/status of (404|422)/)
  const [title, words] = [unique('Alur loket'), unique('kata')]
  const file = { name: 'alur.pdf', mimeType: pdfType, buffer: Buffer.from(await pdfWith(`Pembuka ${words}`, 'Halaman kedua')) }
  await signIn(page, people.asn, '/pengetahuan/unggah?koleksi=kependudukan')
  await page.waitForLoadState('networkidle')
  const send = async () => {
    await page.getByLabel('Berkas', { exact: true }).setInputFiles(file)
    await page.getByRole('textbox', { name: 'Judul', exact: true }).fill(title)
    await page.getByRole('button', { name: 'Kirim berkas' }).click()
  }
  let release = (): void => undefined
  const held = new Promise<void>(resolve => { release = resolve })
  await page.route('**/unggah/bagian/**', async route => {
    await held
    await route.continue()
  })
  await send()
  await expect(page.getByText('Mengirim alur.pdf')).toBeVisible()
  await expect(page.getByRole('progressbar')).toBeVisible()
  release()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.unroute('**/unggah/bagian/**')
  const address = new URL(page.url()).pathname
  const direct = `/materi/${/berkas\/(\d+)/.exec(address)![1]}/unduh`
  await expect(page.getByText('Berkas ini belum disahkan.')).toBeVisible()
  await expect(page.locator('iframe')).toHaveAttribute('src', new RegExp(`^${direct}`))
  const stranger = await another()
  expect([(await stranger.request.get(address)).status(), (await stranger.request.get(direct)).status()]).toEqual([404, 404])

  await page.goto('/pengetahuan/unggah?koleksi=kependudukan')
  await page.waitForLoadState('networkidle')
  await send()
  await expect(page.getByText('Berkas yang sama sudah ada:')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: title })).toHaveAttribute('href', address)

  // told with a bell, looked at, approved
  const checks = await another()
  await signIn(checks, reviewer)
  await expect(async () => {
    await checks.goto('/pemberitahuan')
    await expect(checks.getByText(title).first()).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await checks.goto(address)
  await checks.getByRole('button', { name: 'Sahkan versi 1' }).click()
  await expect(checks.getByText('Disahkan').first()).toBeVisible()
  const shown = await stranger.request.get(direct)
  expect([shown.status(), shown.headers()['content-type'], await startOf(shown, 4)]).toEqual([200, pdfType, '%PDF'])
  await expect(async () => {
    await stranger.goto(address)
    await expect(stranger.getByText(words)).toBeVisible({ timeout: 1_000 })
  }).toPass()

  // the next version under the same address, without JavaScript
  const plain = await another({ javaScriptEnabled: false })
  await signIn(plain, people.asn, address)
  await plain.getByRole('link', { name: 'Kirim versi baru' }).click()
  const newer = Buffer.from(await pdfWith(`Versi dua ${words}`))
  await plain.getByLabel('Berkas', { exact: true }).setInputFiles({ ...file, buffer: newer })
  await plain.getByRole('button', { name: 'Kirim berkas' }).click()
  await expect(plain).toHaveURL(new RegExp(`${address}$`))
  const before = (await (await stranger.request.get(direct)).body()).length
  await checks.goto(`${address}?versi=2`)
  await checks.getByRole('button', { name: 'Sahkan versi 2' }).click()
  await expect(checks).toHaveURL(new RegExp(`${address}$`))
  expect([before, (await (await stranger.request.get(direct)).body()).length]).toEqual([file.buffer.length, newer.length])

  await plain.goto(`${direct.replace('unduh', 'ubah')}`)
  await plain.getByLabel('Pembaca').selectOption('asn')
  await plain.getByRole('button', { name: 'Simpan' }).click()
  await expect(plain).toHaveURL(new RegExp(`${address}$`))
  expect([(await stranger.request.get(address)).status(), (await stranger.request.get(direct)).status(), (await stranger.request.get(`${direct}?versi=1`)).status(), (await checks.request.get(direct)).status()]).toEqual([404, 404, 404, 200])

  // thrown away and taken out of the bin again
  await plain.goto(`${direct.replace('unduh', 'ubah')}`)
  await plain.getByRole('button', { name: 'Buang berkas' }).click()
  await plain.getByRole('listitem').filter({ hasText: title }).getByRole('button', { name: 'Pulihkan' }).click()
  await expect(plain.getByRole('heading', { level: 1, name: title })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('Word and Markdown come in with a report; articles and collections go out as PDF, Word and Markdown', async ({ page }) => {
    const title = unique('Tata cara arsip')
    const docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ text: 'Menata berkas', heading: HeadingLevel.HEADING_1 }), new Paragraph('Isi dari Word.')] }] }))
    const zip = new JSZip()
    zip.file('panduan.md', `# ${title}\n\n## Langkah\n\nIsi dari Markdown.<u>garis</u>\n\n![Denah](denah.png)`)
    zip.file('denah.png', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64'))
    const sent = [
      { name: 'arsip.docx', mimeType: 'application/octet-stream', buffer: docx },
      { name: 'arsip.zip', mimeType: 'application/zip', buffer: await zip.generateAsync({ type: 'nodebuffer' }) },
    ]
    await signIn(page, people.asn)
    for (const file of sent) {
      await page.goto('/pengetahuan/impor')
      await page.getByLabel('Berkas', { exact: true }).setInputFiles(file)
      await page.getByLabel('Koleksi').selectOption('kependudukan')
      await page.getByRole('button', { name: 'Impor sebagai draf' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Hasil impor' })).toBeVisible()
    }
    await expect(page.getByText('2 tanda HTML di dalam Markdown menjadi teks biasa.')).toBeVisible()
    await page.getByRole('link', { name: 'Lihat draf' }).click()
    await expect(page.getByText('Isi dari Markdown.').first()).toBeVisible()
    await expect(page.locator('main img[alt=Denah]')).toHaveCount(1)

    const kinds = { pdf: [pdfType, '%PDF'], docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK\x03\x04'], zip: ['application/zip', 'PK\x03\x04'] }
    await page.goto('/pengetahuan/a/1')
    const links = await page.getByRole('main').locator('a[href*="/ekspor/"]').evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
    expect(links).toHaveLength(3)
    for (const [format, [type, start]] of Object.entries(kinds)) {
      for (const address of [links.find(link => link.endsWith(format))!, `/pengetahuan/k/kependudukan/ekspor/${format}`]) {
        const answer = await page.request.get(address)
        expect([address, answer.status(), answer.headers()['content-type']?.split(';')[0], await startOf(answer, 4)]).toEqual([address, 200, type, start])
        expect(answer.headers()['content-disposition']).toMatch(/^attachment/)
      }
    }
  })
})
