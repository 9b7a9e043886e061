import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { importSchema } from '~/features/knowledge/articles.schema'
import { listCollections } from '~/features/knowledge/collections.queries.server'
import { importArticle, lostWord } from '~/features/knowledge/imports.server'
import { ImportPage } from '~/features/knowledge/pages/import-pages'
import { articleActPath } from '~/features/knowledge/paths'
import { canWriteIn } from '~/features/knowledge/policy'
import { memberOf } from '~/features/people/viewer.server'
import { readFormWithFiles } from '~/features/uploads/multipart.server'
import { fieldErrors } from '~/platform/checked'
import { Invalid } from '~/platform/errors'
import { refusalOf, textsOf } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const collections = (await listCollections(member)).filter(one => canWriteIn(member, one)).map(({ slug, name, nameEn, depth }) => ({ slug, name, nameEn, depth }))
  return { collections, values: { collection: new URL(request.url).searchParams.get('koleksi') ?? '' } as Record<string, string>, clientKey: randomUUID(), title: translator(member.locale, 'knowledge')('import.title') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const refuse = (errors: Record<string, string[]>, values: Record<string, string>, init: ResponseInit = { status: 422 }) => data({ errors, values, clientKey: values.clientKey || randomUUID() }, init)
  const sent = await readFormWithFiles(request).catch((error: unknown) => { if (error instanceof Invalid) return error; throw error })
  if (sent instanceof Invalid) return refuse({ file: Object.values(sent.fields).flat() }, {})
  const typed = textsOf(sent.form)
  const parsed = importSchema.safeParse(typed)
  const [file] = sent.files
  if (!parsed.success || !file) return refuse({ ...(parsed.success ? {} : fieldErrors(parsed.error)), ...(file ? {} : { file: ['knowledge:import.errors.none'] }) }, typed)
  try {
    const { id, lost } = await importArticle(member, { ...parsed.data, file })
    return redirect(`${articleActPath(id, 'impor')}?hilang=${lostWord(lost)}`, 303)
  } catch (error) {
    const [errors, init] = refusalOf(error)
    return refuse(errors, typed, init)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Import() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <ImportPage errors={{}} {...loaded} {...useActionData<typeof action>()} />
}
