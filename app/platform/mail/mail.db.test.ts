import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { SMTPServer } from 'smtp-server'
import { createElement } from 'react'
import { afterAll, expect, test, vi } from 'vitest'
import { db, sql, transaction } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import { stranger } from '~/platform/viewer'
import { getKeptMail, listKeptMail } from './box.server'
import { deliverMail, mailFolder } from './deliver.server'
import { Letter, LetterAction, Paragraph } from './letter'
import { renderMail, sendMail, type QueuedMail } from './mail.server'

const letter = () => createElement(Letter, { locale: 'id', preheader: 'Pembuka', city: 'Kota Contoh', heading: 'Judul', footer: 'Kaki',
  children: [createElement(Paragraph, { key: 1, children: 'Isi surat & tanda <petik>' }), createElement(LetterAction, { key: 2, href: 'http://localhost/x', children: 'Buka' })] })

async function queued(): Promise<QueuedMail[]> {
  return (await sql<{ payload: QueuedMail }>('test-queued', "select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'send_mail' order by j.id")).map(row => row.payload)
}

afterAll(() => vi.unstubAllEnvs())

test('a letter has a plain-text twin with the same words and link', async () => {
  const { html, text } = await renderMail(letter())
  expect(html).toContain('Isi surat &amp; tanda &lt;petik&gt;')
  expect(text).toContain('Isi surat & tanda <petik>')
  expect(text).toContain('http://localhost/x')
})

test('a mail waits only if the transaction stands', async () => {
  const mail = { to: 'a@contoh.id', subject: 'Halo\r\nBcc: x@contoh.id', html: '<p>x</p>', text: 'x' }
  await expect(transaction(async tx => { await sendMail(tx, mail); throw new Error('no') })).rejects.toThrow('no')
  expect(await queued()).toHaveLength(0)
  await transaction(tx => sendMail(tx, mail))
  expect((await queued())[0]?.subject).toBe('Halo Bcc: x@contoh.id')
})

test('without an SMTP server it lands in the folder, once, and administrators can read it', async () => {
  const [mail] = await queued()
  if (!mail) throw new Error('nothing queued')
  await deliverMail(mail)
  await deliverMail(mail)
  const files = (await readdir(mailFolder())).filter(name => name.endsWith('.eml'))
  expect(files).toHaveLength(1)
  expect(await readFile(path.join(mailFolder(), files[0] ?? ''), 'utf8')).toContain('To: a@contoh.id')
  const officer = { ...stranger(), personId: 1, kind: 'ASN' as const, roles: ['ADMINISTRATOR' as const] }
  expect((await listKeptMail(officer)).map(one => one.to)).toEqual(['a@contoh.id'])
  expect((await getKeptMail(officer, mail.id)).text).toBe('x')
  await expect(listKeptMail(stranger())).rejects.toBeInstanceOf(Forbidden)
  await expect(getKeptMail(officer, '../../etc/passwd')).rejects.toThrow('not found')
})

test('an expired mail is dropped, not sent late', async () => {
  const [mail] = await queued()
  if (!mail) throw new Error('nothing queued')
  await deliverMail({ ...mail, id: '00000000-0000-0000-0000-000000000000', expiresAt: new Date(0).toISOString() })
  expect((await readdir(mailFolder())).some(name => name.startsWith('00000000-'))).toBe(false)
})

test('with an SMTP server the mail really arrives there, and a refusal is an error for the queue to repeat', async () => {
  const seen: string[] = []
  let refuse = false
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refuse ? Object.assign(new Error('busy'), { responseCode: 451 }) : null),
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (chunk: Buffer) => { text += chunk.toString() })
      stream.on('end', () => { seen.push(text); done() })
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  vi.resetModules()
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${port}`)
  const fresh = await import('./deliver.server')
  const [mail] = await queued()
  if (!mail) throw new Error('nothing queued')
  await fresh.deliverMail(mail)
  expect(seen[0]).toContain('Subject: Halo Bcc: x@contoh.id')
  expect(seen[0]).toContain(mail.id)
  refuse = true
  await expect(fresh.deliverMail(mail)).rejects.toThrow()
  await new Promise<void>(resolve => server.close(() => resolve()))
  await db.$queryRaw`select 1`
})
