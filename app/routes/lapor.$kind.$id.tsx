import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { flag, getFlaggable } from '~/features/moderation/flags.server'
import { flagSchema } from '~/features/moderation/moderation.schema'
import { FlagPage } from '~/features/moderation/pages/flag-page'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { keepTyped, readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

const notes = { ya: 'sent', lagi: 'repeated' } as const

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('thing')
  const kind = params.kind ?? ''
  const thing = await getFlaggable(member, { kind, id })
  const done = notes[new URL(request.url).searchParams.get('terkirim') as keyof typeof notes] ?? null
  const t = translator(member.locale, 'moderation')
  return { kind, id, title: thing.title, excerpt: thing.excerpt ?? thing.text.slice(0, 240), url: thing.url, done, pageTitle: t('flag.title', { thing: t(`flag.${kind}`) }) }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('thing')
  const form = Object.fromEntries(await readForm(request))
  const values = { reason: String(form.reason ?? ''), note: String(form.note ?? '') }
  const parsed = flagSchema.safeParse(form)
  if (!parsed.success) return data({ values, errors: { reason: ['moderation:errors.reason'] } as Record<string, string[]> }, { status: 422 })
  return keepTyped({ values }, async () => {
    const { repeated } = await flag(member, { kind: params.kind ?? '', id, ...parsed.data })
    return redirect(`/lapor/${params.kind}/${id}?terkirim=${repeated ? 'lagi' : 'ya'}`, 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Flag() {
  const { pageTitle: _pageTitle, ...loaded } = useLoaderData<typeof loader>()
  return <FlagPage {...loaded} values={{ reason: '', note: '' }} errors={{}} {...useActionData<typeof action>()} />
}
