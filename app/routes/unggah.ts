import type { ActionFunctionArgs } from '@remix-run/node'
import { memberOf } from '~/features/people/viewer.server'
import { readFormWithFiles } from '~/features/uploads/multipart.server'
import { storeUpload, type StoredUpload } from '~/features/uploads/uploads.server'
import { Invalid } from '~/platform/errors'
import { handleJson } from '~/platform/http/route.server'

/** Takes files from the editor as multipart, any field name, and answers `{ files }`; a form without JavaScript sends its files with the text. */
export const action = handleJson(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const { files } = await readFormWithFiles(request)
  if (files.length === 0) throw new Invalid('uploads:errors.none')
  const stored: StoredUpload[] = []
  for (const file of files) stored.push(await storeUpload(member, file))
  return { files: stored }
})

export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } })
