import { expect, signIn, test, type Page } from './fixtures'
import { openTopic, people, postWith, unique, write } from './people'

const head = { login: 'togar.pasaribu@sibolga.example', password: people.officer.password }
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function begin(page: Page, category: string, kind: string, title: string, text: string, scripted: boolean): Promise<void> {
  await page.goto(`/forum/tulis?kategori=${category}&jenis=${kind}`)
  await page.getByRole('textbox', { name: 'Judul', exact: true }).fill(title)
  await write(page, 'Isi', text, scripted)
}
async function send(page: Page, title: string): Promise<string> {
  await page.getByRole('button', { name: 'Kirim topik' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return page.url().replace(/[?#].*$/, '')
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an experience shows its outcome on top, feedback whom it asks; what is missing is said beside the field', async ({ page, watch }) => {
    watch.allow(/status of 422/)
    await signIn(page, people.asn)
    const title = unique('Nomor antrean lewat pesan singkat')
    await begin(page, 'pelayanan-publik', 'EXPERIENCE', title, 'Kami mengirim nomor pada malam hari.', false)
    await expect(page.locator('#f-asked')).toBeHidden()
    await page.getByRole('button', { name: 'Kirim topik' }).click()
    await expect(page.locator('#f-outcome-error')).toContainText('Isi bagian ini dahulu.')
    await page.locator('#f-outcome').fill('Antrean pagi **turun separuh**.')
    await send(page, title)
    await expect(page.getByRole('region', { name: 'Hasilnya' }).locator('strong')).toHaveText('turun separuh')

    const asked = unique('Mohon dibaca nota dinas saya')
    await begin(page, 'pelayanan-publik', 'FEEDBACK', asked, 'Sudah saya ringkas menjadi satu halaman.', false)
    await page.locator('#f-asked').fill('Apakah kalimat pertamanya jelas?')
    await page.getByRole('radio', { name: 'Rekan yang saya sebut' }).check()
    await page.locator('#f-people').fill('Melva Sitompul')
    await send(page, asked)
    await expect(page.getByRole('region', { name: 'Yang ingin saya ketahui' })).toContainText('Melva Sitompul')
    await page.goto('/forum?saring=feedback')
    await expect(page.getByRole('listitem').filter({ hasText: asked })).toContainText('Untuk 1 rekan')
  })

  test('a consultation is opened, voted on, answered officially and downloaded', async ({ page, another }) => {
    await signIn(page, head)
    const title = unique('Uji jadwal sapu pantai')
    await begin(page, 'lingkungan', 'CONSULTATION', title, 'Dua pilihan hari, mohon tanggapan.', false)
    await page.getByLabel('Unit yang menjawab').selectOption({ label: 'DLH' })
    await page.getByLabel('Hari terakhir menanggapi').fill(inDays(10))
    await page.getByText('Tambahkan jajak pendapat').click()
    await page.getByLabel('Pertanyaan jajak pendapat').fill('Hari apa?')
    await page.getByLabel('Pilihan jawaban').fill('Jumat\nSabtu')
    const address = await send(page, title)
    await expect(page.getByText(/Terbuka \d+ hari lagi/)).toBeVisible()

    const citizen = await another({ javaScriptEnabled: false })
    await signIn(citizen, people.citizen)
    await citizen.goto(address)
    await expect(citizen.getByText('Yang kami simpan: nama Anda')).toBeVisible()
    await citizen.getByRole('radio', { name: 'Sabtu' }).check()
    await citizen.getByRole('button', { name: 'Kirim pilihan' }).click()
    await expect(citizen.getByRole('row', { name: /Sabtu pilihan Anda/ })).toContainText('100 %')
    await citizen.getByRole('radio', { name: 'Jumat' }).check()
    await citizen.getByRole('button', { name: 'Ubah pilihan' }).click()
    await expect(citizen.getByRole('row', { name: /Jumat pilihan Anda/ })).toContainText('100 %')
    await expect(citizen.getByRole('link', { name: 'Tulis jawaban resmi' })).toHaveCount(0)

    await page.goto(address)
    await page.getByRole('link', { name: 'Tulis jawaban resmi' }).click()
    await page.getByRole('radio', { name: 'Diterima', exact: false }).nth(1).check()
    await page.getByLabel('Isi jawaban', { exact: true }).fill('**Mulai Januari, setiap Jumat.** Petugas dan karung cukup.')
    await page.getByRole('button', { name: 'Terbitkan jawaban resmi' }).click()
    const official = citizen.getByRole('region', { name: 'Jawaban resmi Dinas Lingkungan Hidup' })
    await citizen.goto(address)
    await expect(official).toContainText('Togar Pasaribu')
    await expect(official).toContainText('Diterima sebagian')
    for (const [file, start] of [['hasil.xlsx', 'PK'], ['hasil.pdf', '%PDF']] as const) {
      const answer = await citizen.request.get(address.replace(/^(.*\/forum\/t\/\d+).*$/, `$1/${file}`))
      expect(answer.status()).toBe(200)
      expect((await answer.body()).subarray(0, start.length).toString()).toBe(start)
    }
  })
})

test('a poll moves by itself for everybody who reads; an officer speaks for the unit, and the unit\'s list knows', async ({ page, another }) => {
  await signIn(page, people.citizen)
  const title = unique('Berapa lama menunggu blangko')
  await openTopic(page, title, 'Sudah dua minggu saya menunggu.')
  const address = page.url().replace(/[?#].*$/, '')
  await page.getByRole('link', { name: 'Buat jajak pendapat' }).click()
  await page.getByLabel('Pertanyaan jajak pendapat').fill('Anda menunggu berapa lama?')
  await page.getByLabel('Pilihan jawaban').fill('Kurang dari seminggu\nLebih dari seminggu')
  await page.getByRole('button', { name: 'Buka jajak pendapat' }).click()
  await expect(page.getByRole('heading', { name: 'Anda menunggu berapa lama?' })).toBeVisible()
  await page.goto(address)
  await expect(page.getByText('belum ada yang memilih')).toBeVisible()

  const officer = await another()
  await signIn(officer, people.officer)
  await officer.goto(address)
  await expect(async () => {
    await officer.getByRole('radio', { name: 'Lebih dari seminggu' }).check()
    await officer.getByRole('button', { name: /Kirim pilihan|Ubah pilihan/ }).click()
    await expect(page.getByText('1 orang memilih')).toBeVisible({ timeout: 5_000 })
  }).toPass()
  await officer.goto(address)
  const words = unique('Blangko datang hari Kamis')
  await officer.getByRole('checkbox', { name: /Menjawab atas nama/ }).check()
  await write(officer, 'Balasan Anda', words)
  await officer.getByRole('button', { name: 'Kirim balasan' }).click()
  await expect(postWith(officer, words)).toContainText('Dukcapil')
  await expect(postWith(page, words).locator('.st.off')).toContainText('Dukcapil')
  await expect(async () => {
    await page.goto('/forum/unit/DUKCAPIL?saring=semua')
    await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText('Dijawab', { timeout: 2_000 })
  }).toPass()
  await page.goto('/forum/unit')
  await expect(page.getByRole('heading', { level: 1, name: 'Waktu jawab unit' })).toBeVisible()
})
