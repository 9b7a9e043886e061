import { NotFound } from '~/platform/errors'
import { handle } from '~/platform/http/route.server'

/** An address of nothing. A route of its own, so that the error page still knows the reader, their language and their theme. */
export const loader = handle(async () => {
  throw new NotFound('page')
})

export default function Nowhere() {
  return null
}
