import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { askedOf } from '~/features/mentoring/directory-asked'
import { listCompetencies, listDirectory, listOffices, mayReachDirectory } from '~/features/mentoring/directory.queries.server'
import { canOffer } from '~/features/mentoring/offers-policy'
import { listOpenWaves } from '~/features/mentoring/waves.queries.server'
import { DirectoryPage } from '~/features/mentoring/pages/directory-page'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** `?q= tag= bentuk= tempat= bahasa= unit= kosong= slot= urut= kursor=` */
export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  // everybody else gets what the city says of the programme
  if (!(await mayReachDirectory(member))) throw redirect('/mentoring/kota')
  const asked = askedOf(new URL(request.url).searchParams)
  const [directory, competencies, units, waves] = await Promise.all([listDirectory(member, asked), listCompetencies(), listOffices(), listOpenWaves(member)])
  return { ...directory, asked, competencies, units, waves, canOffer: canOffer(member, member.kind !== 'ASN'), title: translator(member.locale, 'mentoring')('find.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Mentoring() {
  const { title: _title, ...props } = useLoaderData<typeof loader>()
  return <DirectoryPage {...props} />
}
