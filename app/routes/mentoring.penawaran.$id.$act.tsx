import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getOffer } from '~/features/mentoring/offers.queries.server'
import { pauseSchema } from '~/features/mentoring/offers.schema'
import { closeOffer, openOffer, pauseOffer } from '~/features/mentoring/offers.server'
import { PausePage } from '~/features/mentoring/pages/pause-page'
import { offerPath, rulesPath } from '~/features/mentoring/paths'
import { hasAcceptedRules } from '~/features/mentoring/rules.server'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** "jeda" has a page of its own; "buka" and "tutup" are buttons. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id || params.act !== 'jeda') throw new NotFound('page')
  const { title, pausedUntil } = await getOffer(member, id)
  return { offer: { id, title, pausedUntil }, title: translator(member.locale, 'mentoring')('own.pauseNow') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('offer')
  const form = await readForm(request)
  if (params.act === 'jeda') {
    const until = String(form.get('until') ?? '').trim()
    try {
      const parsed = pauseSchema.safeParse({ until })
      if (!parsed.success) throw new Invalid({ until: ['mentoring:errors.day'] })
      await pauseOffer(member, { id, until: until || null })
    } catch (error) {
      const [errors, init] = refusalOf(error)
      return data({ errors, until }, init)
    }
  } else if (params.act === 'buka') {
    if (!(await hasAcceptedRules(member.personId))) return redirect(rulesPath(offerPath(id)), 303)
    await openOffer(member, id)
  } else if (params.act === 'tutup') await closeOffer(member, id)
  else throw new NotFound('act')
  return redirect(offerPath(id), 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Pause() {
  const { offer } = useLoaderData<typeof loader>()
  return <PausePage offer={offer} errors={{}} {...useActionData<typeof action>()} />
}
