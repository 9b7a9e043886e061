import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { officerOf } from '~/features/people/viewer.server'
import { PinsPage } from '~/features/search/pages/pins-page'
import { addPin, dropPin, listPins } from '~/features/search/pins.server'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** Results that stand first for given words: kept by administrators. */
export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  return { pins: await listPins(officer), title: translator(officer.locale, 'search')('pins.title') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const form = await readForm(request)
  const gone = idParam(String(form.get('hapus') ?? ''))
  const values = { pinWords: String(form.get('pinWords') ?? '').slice(0, 120), address: String(form.get('address') ?? '').slice(0, 300) }
  try {
    if (gone) await dropPin(officer, { id: gone })
    else await addPin(officer, { words: values.pinWords, address: values.address })
  } catch (error) {
    const [errors, init] = refusalOf(error)
    return data({ values, errors }, init)
  }
  return redirect('/admin/pencarian/dahulukan', 303)
})

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title ?? ''} · Balai` }]

export default function SearchPins() {
  const { pins } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return <PinsPage pins={pins} values={result?.values ?? { pinWords: '', address: '' }} errors={result?.errors ?? {}} />
}
