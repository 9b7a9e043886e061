import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { WavePage } from '~/features/mentoring/care/pages/wave-pages'
import { messageSchema, waveSchema } from '~/features/mentoring/care.schema'
import { officerWavePath } from '~/features/mentoring/paths'
import { findLastPairing } from '~/features/mentoring/pairings.queries.server'
import { getWave, listApplicants } from '~/features/mentoring/waves.queries.server'
import { changeWave, writeToWave } from '~/features/mentoring/waves.server'
import { memberOf } from '~/features/people/viewer.server'
import { checked } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { keepTyped, readForm, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

const doneWords = ['disimpan', 'pesan'] as const

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('wave')
  const applicants = await listApplicants(member, id)
  const [wave, pairing] = await Promise.all([getWave(member, id), findLastPairing(member, id)])
  const said = new URL(request.url).searchParams.get('selesai')
  const { title, criteria, opensOn, closesOn, pairingOn, midCheckOn, endsOn } = wave
  return { wave, applicants, pairing, clientKey: randomUUID(), values: { title, criteria, opensOn, closesOn, pairingOn, midCheckOn, endsOn }, done: doneWords.find(word => word === said) ?? null }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const waveId = idParam(params.id)
  if (!waveId) throw new NotFound('wave')
  const form = textsOf(await readForm(request))
  if (form.act === 'pesan') {
    return keepTyped({ refused: 'message' as const, message: { text: form.text ?? '', toWhom: form.toWhom } }, async () => {
      await writeToWave(member, { waveId, ...checked(messageSchema, form) })
      return redirect(`${officerWavePath(waveId)}?selesai=pesan`, 303)
    })
  }
  return keepTyped({ refused: 'wave' as const, values: form }, async () => {
    await changeWave(member, waveId, checked(waveSchema, form))
    return redirect(`${officerWavePath(waveId)}?selesai=disimpan`, 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.wave.title ?? ''} · Balai` }]

export default function Wave() {
  return <WavePage {...useLoaderData<typeof loader>()} message={{ text: '' }} refused="wave" errors={{}} {...useActionData<typeof action>()} />
}
