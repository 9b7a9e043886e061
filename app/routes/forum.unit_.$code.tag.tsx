import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getUnitHeard } from '~/features/forum/heard.queries.server'
import { followTags } from '~/features/forum/heard.server'
import { heardPath, UnitHeardPage } from '~/features/forum/pages/heard-pages'
import { memberOf } from '~/features/people/viewer.server'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'

/** The unit's page, where this form stands. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => ({ page: await getUnitHeard(await memberOf(request), params.code ?? '') }))

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const tags = String((await readForm(request)).get('tags') ?? '')
  try {
    return redirect(heardPath((await followTags(member, { code: params.code ?? '', tags })).code), 303)
  } catch (error) {
    const [errors, init] = refusalOf(error)
    return data({ tags, errors: Object.values(errors).flat() }, init)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.page.unit.name ?? ''} · Forum · Balai` }]

export default function FollowTags() {
  const { page } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return <UnitHeardPage page={page} cursor={null} {...(refused ? { typed: refused.tags, error: refused.errors } : {})} />
}
