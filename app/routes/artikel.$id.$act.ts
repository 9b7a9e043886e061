import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { randomUUID } from 'node:crypto'
import { restoreRevision } from '~/features/knowledge/articles.server'
import { binArticle, checkArticle } from '~/features/knowledge/keeping.server'
import { articleActPath, articlePath } from '~/features/knowledge/paths'
import { publishArticle, sendArticle } from '~/features/knowledge/review.server'
import { memberOf } from '~/features/people/viewer.server'
import { Conflict, Invalid, NotFound } from '~/platform/errors'
import { readForm, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'
import type { Member } from '~/platform/viewer'

type Typed = Record<string, string>
const number = (value: string | undefined) => idParam(value) ?? 0

/** Acts of one press, each at its own address: /artikel/12/kirim. Where they lead to when they are done. */
const acts: Record<string, (member: Member, articleId: number, typed: Typed) => Promise<string>> = {
  kirim: async (member, articleId, typed) => {
    await sendArticle(member, { articleId, revision: number(typed.revision), reviewerId: idParam(typed.reviewer) })
    return articleActPath(articleId, 'tinjauan')
  },
  terbitkan: async (member, articleId, typed) => articlePath(await publishArticle(member, { articleId, revision: number(typed.revision) })),
  revisi: async (member, articleId, typed) => {
    const revision = number(typed.revision)
    const why = translator(member.locale, 'knowledge')('history.restored', { number: revision })
    await restoreRevision(member, { articleId, revision, base: number(typed.base), clientKey: /^[\w-]{8,64}$/.test(typed.clientKey ?? '') ? typed.clientKey ?? '' : randomUUID(), why })
    return articleActPath(articleId, 'tinjauan')
  },
  diperiksa: async (member, articleId) => articlePath(await checkArticle(member, { articleId })),
  buang: async (member, articleId) => {
    await binArticle(member, { articleId, binned: true })
    return '/pengetahuan/sampah'
  },
  pulihkan: async (member, articleId) => articlePath(await binArticle(member, { articleId, binned: false })),
}

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const articleId = idParam(params.id)
  const act = Object.hasOwn(acts, params.act ?? '') ? acts[params.act ?? ''] : undefined
  if (!articleId || !act) throw new NotFound('article')
  try {
    return redirect(await act(member, articleId, textsOf(await readForm(request))), 303)
  } catch (error) {
    // a choice that was open when the page was made and is not any more
    if (error instanceof Invalid) throw new Conflict('revision')
    throw error
  }
})
