import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invitationSchema } from '~/features/people/accounts.schema'
import { countWaiting } from '~/features/people/admin.queries.server'
import { inviteColleague } from '~/features/people/invitations.server'
import { InvitePage } from '~/features/people/pages/admin-pages'
import { listUnitChoices } from '~/features/people/units.queries.server'
import { officerOf } from '~/features/people/viewer.server'
import { readForm, submit } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'
import { hasRole } from '~/platform/viewer'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  const invited = idParam(new URL(request.url).searchParams.get('dikirim') ?? undefined)
  return {
    units: (await listUnitChoices()).map(({ id, name, code }) => ({ id, name, code })), waiting: await countWaiting(officer),
    note: invited === null ? null : { invited }, administrator: hasRole(officer, 'ADMINISTRATOR'), title: translator(officer.locale, 'people')('admin.invite.title'),
  }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  return submit(await readForm(request), invitationSchema, async input => {
    await inviteColleague(officer, input)
    return redirect('/admin/undangan?dikirim=1', 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Invite() {
  return <InvitePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
