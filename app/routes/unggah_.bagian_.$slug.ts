import type { ActionFunctionArgs } from '@remix-run/node'
import { memberOf } from '~/features/people/viewer.server'
import { readFormWithFiles } from '~/features/uploads/multipart.server'
import { takePiece } from '~/features/uploads/pieces.server'
import { Invalid } from '~/platform/errors'
import { handleJson } from '~/platform/http/route.server'

/** The piece `?ke=` of a large file, as multipart. Answers `{ received, upload }`; `upload` is there after the last. */
export const action = handleJson(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const number = Number(/^\d{1,4}$/.exec(new URL(request.url).searchParams.get('ke') ?? '')?.[0] ?? -1)
  const { files: [piece] } = await readFormWithFiles(request)
  if (!piece || number < 0) throw new Invalid('http:invalid.body')
  return takePiece(member, params.slug ?? '', number, piece.data)
})

export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } })
