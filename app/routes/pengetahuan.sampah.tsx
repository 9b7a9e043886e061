import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listBin } from '~/features/knowledge/lists.queries.server'
import { listMaterialBin } from '~/features/knowledge/materials.queries.server'
import { BinPage } from '~/features/knowledge/pages/list-pages'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const [rows, files] = await Promise.all([listBin(member), listMaterialBin(member)])
  return { rows, files, title: translator(member.locale, 'knowledge')('bin.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Bin() {
  const { rows, files } = useLoaderData<typeof loader>()
  return <BinPage rows={rows} files={files} />
}
