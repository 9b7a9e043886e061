import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PairingPage } from '~/features/mentoring/care/pages/pairing-page'
import { applyPairingSchema } from '~/features/mentoring/care.schema'
import { pairingPath } from '~/features/mentoring/paths'
import { listCompetencies } from '~/features/mentoring/directory.queries.server'
import { getPairing } from '~/features/mentoring/pairings.queries.server'
import { applyPairing, dropPairing } from '~/features/mentoring/pairings.server'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

const countOf = (text: string | null) => (text && /^\d{1,5}$/.test(text) ? Number(text) : null)

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('pairing')
  const search = new URL(request.url).searchParams
  const [pairing, competencies] = await Promise.all([getPairing(member, id), listCompetencies()])
  return { pairing, competencies, made: countOf(search.get('jadi')), missed: countOf(search.get('luput')) ?? 0, title: translator(member.locale, 'care')('pairing.title') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const pairingId = idParam(params.id)
  if (!pairingId) throw new NotFound('pairing')
  const form = await readForm(request)
  if (form.get('act') === 'batal') {
    await dropPairing(member, pairingId)
    return redirect(pairingPath(pairingId), 303)
  }
  const parsed = applyPairingSchema.safeParse({ take: form.getAll('take') })
  if (!parsed.success) throw new Invalid('http:invalid.format')
  const { made, missed } = await applyPairing(member, { pairingId, take: parsed.data.take })
  return redirect(`${pairingPath(pairingId)}?jadi=${made}&luput=${missed}`, 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Pairing() {
  const { title: _title, ...page } = useLoaderData<typeof loader>()
  return <PairingPage {...page} />
}
