import { getKeptMail, keepsMail, listKeptMail } from '~/platform/mail/box.server'
import type { Member } from '~/platform/viewer'

/** Mails that landed in the folder because no mail server is set: one-use links among them, so administrators only. @throws Forbidden */
export async function keptMails(viewer: Member) {
  return { keeps: keepsMail(), mails: (await listKeptMail(viewer)).map(({ text: _text, ...mail }) => mail) }
}

/** @throws Forbidden, NotFound */
export const keptMail = (viewer: Member, id: string) => getKeptMail(viewer, id)
