import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { qrPath } from '~/features/mentoring/certificate-pdf.server'
import { getCertificate } from '~/features/mentoring/closing.queries.server'
import { certificatePath } from '~/features/mentoring/paths'
import { CertificatePage } from '~/features/mentoring/requests/pages/certificate-page'
import { viewerOf } from '~/features/people/viewer.server'
import { originOf } from '~/platform/http/house.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const certificate = await getCertificate(viewer, params.code ?? '')
  const address = `${originOf(request)}${certificatePath(certificate.code)}`
  return { certificate, address, qr: qrPath(address), title: translator(viewer.locale, 'requests')('certificate.title', { number: certificate.number }) }
})

// whoever has the address may look; nobody is led here by a search engine
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Certificate() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <CertificatePage {...loaded} />
}
