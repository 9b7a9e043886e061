import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ImportPage } from '~/features/people/pages/import-pages'
import { getStaffImport, outcomeAsked } from '~/features/people/staff-import.queries.server'
import { applyStaffImport } from '~/features/people/staff-import.server'
import { officerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'
import { hasRole } from '~/platform/viewer'

const idOf = (value: string | undefined): number => {
  const id = idParam(value)
  if (id === null) throw new NotFound('import')
  return id
}

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  const asked = new URL(request.url).searchParams
  const only = outcomeAsked(asked.get('hasil'))
  const run = await getStaffImport(officer, idOf(params.id), { only, after: idParam(asked.get('sesudah') ?? undefined) ?? 0 })
  return { run, only, administrator: hasRole(officer, 'ADMINISTRATOR') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  const importId = idOf(params.id)
  await applyStaffImport(officer, { importId })
  return redirect(`/admin/impor/${importId}`, 303)
})

/** While it works the page asks for itself again, with or without JavaScript. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.run.fileName ?? ''} · Balai` },
  ...(data?.run.state === 'CHECKING' || data?.run.state === 'APPLYING' ? [{ httpEquiv: 'refresh', content: '3' }] : []),
]

export default function Import() {
  return <ImportPage {...useLoaderData<typeof loader>()} />
}
