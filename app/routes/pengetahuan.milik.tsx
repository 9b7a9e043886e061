import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { handOver } from '~/features/knowledge/keeping.server'
import { listLeftBehind, listOwned, type OwnFilter } from '~/features/knowledge/lists.queries.server'
import { listOpenNotes } from '~/features/knowledge/notes.queries.server'
import { OwnPage } from '~/features/knowledge/pages/list-pages'
import { listUnitChoices } from '~/features/people/units.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { keepTyped, readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

const filters: readonly OwnFilter[] = ['semua', 'lewat', 'masukan']

/** `?unit=KODE` for a unit and everything below it, `?saring=lewat|masukan`. */
export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const search = new URL(request.url).searchParams
  const units = await listUnitChoices()
  const unit = units.find(one => one.code === search.get('unit')) ?? null
  const filter = filters.find(one => one === search.get('saring')) ?? 'semua'
  const [rows, notes, left] = await Promise.all([listOwned(member, { unitId: unit?.id, filter }), filter === 'masukan' && !unit ? listOpenNotes(member) : null, filter === 'semua' ? listLeftBehind(member) : []])
  const t = translator(member.locale, 'knowledge')
  return {
    rows, filter, notes, left, unit: unit ? { code: unit.code, name: unit.name } : null, units: units.map(({ code, name }) => ({ code, name })), handed: idParam(search.get('diserahkan') ?? undefined),
    title: unit ? t('own.ofUnit', { unit: unit.name }) : t('own.title'),
  }
})

/** Hands the chosen pages over to another colleague. */
export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const form = await readForm(request)
  const articleIds = form.getAll('article').flatMap(one => idParam(String(one)) ?? [])
  return keepTyped({}, async () => {
    const handed = await handOver(member, { articleIds, owner: String(form.get('owner') ?? '') })
    return redirect(`/pengetahuan/milik${handed ? `?diserahkan=${handed}` : ''}`, 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Own() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <OwnPage {...loaded} errors={{}} {...useActionData<typeof action>()} />
}
