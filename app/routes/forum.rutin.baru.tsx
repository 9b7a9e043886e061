import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { listCategories } from '~/features/forum/categories.queries.server'
import { seriesPath } from '~/features/forum/meetings-paths'
import { canStartSeries } from '~/features/forum/meetings-policy'
import { SeriesFormPage } from '~/features/forum/pages/series-form-page'
import { createSeries } from '~/features/forum/series.server'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid } from '~/platform/errors'
import { readForm, refusalOf, textsOf } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { localOf } from '~/platform/i18n/local-time'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const categories = await listCategories(member)
  return {
    categories: categories.filter(category => canStartSeries(member, category)).map(({ slug, name, nameEn }) => ({ slug, name, nameEn })),
    values: { category: new URL(request.url).searchParams.get('kategori') ?? '', rhythm: 'WEEKLY', weekday: '3', nth: '1', firstDay: localOf(Date.now(), 'Asia/Jakarta').day, time: '09:00', duration: '60' } as Record<string, string>,
    clientKey: randomUUID(), title: translator(member.locale, 'meetings')('series.start'),
  }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const form = textsOf(await readForm(request))
  try {
    if (!/^[\w-]{8,64}$/.test(form.clientKey ?? '')) throw new Invalid('http:invalid.format')
    return redirect(seriesPath(await createSeries(member, form)), 303)
  } catch (error) {
    const [errors, init] = refusalOf(error)
    return data({ values: form, errors, clientKey: form.clientKey || randomUUID() }, init)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function NewSeries() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <SeriesFormPage series={null} errors={{}} {...loaded} {...useActionData<typeof action>()} />
}
