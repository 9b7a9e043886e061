import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { askPath, offerPath, rulesPath } from '~/features/mentoring/paths'
import { hasAcceptedRules } from '~/features/mentoring/rules.server'
import { holdSlot } from '~/features/mentoring/sessions.server'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

/** Holds the chosen time while the request is written. Who was faster has it: then the page of the offer says so. */
export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const offerId = idParam(params.id)
  if (!offerId) throw new NotFound('offer')
  const startsAt = Date.parse(String((await readForm(request)).get('slot') ?? ''))
  if (Number.isNaN(startsAt)) return redirect(`${offerPath(offerId)}?waktu=hilang#waktu`, 303)
  // the chosen time goes along; it is held once the rules are accepted and the request is sent
  if (!(await hasAcceptedRules(member.personId))) return redirect(rulesPath(askPath(offerId, new Date(startsAt).toISOString())), 303)
  try {
    const held = await holdSlot(member, { offerId, startsAt })
    return redirect(askPath(offerId, new Date(held.startsAt).toISOString()), 303)
  } catch (error) {
    if (error instanceof Invalid) return redirect(`${offerPath(offerId)}?waktu=hilang#waktu`, 303)
    throw error
  }
})
