import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ImportListPage } from '~/features/people/pages/import-pages'
import { listStaffImports, readColumns } from '~/features/people/staff-import.queries.server'
import { beginStaffImport } from '~/features/people/staff-import.server'
import { officerOf } from '~/features/people/viewer.server'
import { readForm, submit } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'
import { hasRole } from '~/platform/viewer'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  return { imports: await listStaffImports(officer), columns: readColumns, administrator: hasRole(officer, 'ADMINISTRATOR'), title: translator(officer.locale, 'people')('import.title') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  return submit(await readForm(request), z.object({ file: z.instanceof(File, { error: 'people:errors.sheet.empty' }) }), async ({ file }) => {
    const { importId } = await beginStaffImport(officer, { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    return redirect(`/admin/impor/${importId}`, 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Imports() {
  return <ImportListPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
