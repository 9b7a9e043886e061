import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { officerOf } from '~/features/people/viewer.server'
import { dropSynonyms } from '~/features/search/synonyms.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const id = idParam(params.id)
  if (id === null) throw new NotFound('synonyms')
  await dropSynonyms(officer, { id })
  return redirect('/admin/pencarian?kabar=kata', 303)
})
