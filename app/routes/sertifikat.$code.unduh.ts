import type { LoaderFunctionArgs } from '@remix-run/node'
import { certificatePdf } from '~/features/mentoring/certificate-pdf.server'
import { getOwnCertificate } from '~/features/mentoring/closing.queries.server'
import { certificatePath } from '~/features/mentoring/paths'
import { memberOf } from '~/features/people/viewer.server'
import { originOf } from '~/platform/http/house.server'
import { handle } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const certificate = await getOwnCertificate(member, params.code ?? '')
  const pdf = await certificatePdf(certificate, `${originOf(request)}${certificatePath(certificate.code)}`, member)
  return new Response(new Uint8Array(pdf), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': 'attachment; filename="sertifikat-mentoring.pdf"', 'Cache-Control': 'private, no-store' } })
})
