import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { closeAccount } from '~/features/people/access.server'
import { closeSchema } from '~/features/people/accounts.schema'
import { letOut } from '~/features/people/door.server'
import { CloseAccountPage } from '~/features/people/pages/account-pages'
import { memberOf } from '~/features/people/viewer.server'
import { Forbidden } from '~/platform/errors'
import { readForm, submit } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  if (member.kind === 'ASN') throw new Forbidden('officersOnly')
  return { title: translator(member.locale, 'people')('account.close') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  return submit(await readForm(request), closeSchema, async ({ current }) => {
    await closeAccount(member, { personId: member.personId, current })
    return letOut('/')
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function CloseAccount() {
  return <CloseAccountPage answer={useActionData<typeof action>()} />
}
