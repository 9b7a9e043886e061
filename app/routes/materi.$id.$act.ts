import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { materialPath } from '~/features/knowledge/formats'
import { approveMaterial, binMaterial } from '~/features/knowledge/materials.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import type { Member } from '~/platform/viewer'

type Done = { id: number; slug: string }

/** Acts of one press, each at its own address: /materi/12/sahkan. */
const acts: Record<string, (member: Member, materialId: number, version: number) => Promise<Done>> = {
  sahkan: (member, materialId, version) => approveMaterial(member, { materialId, version }),
  buang: (member, materialId) => binMaterial(member, { materialId, binned: true }),
  pulihkan: (member, materialId) => binMaterial(member, { materialId, binned: false }),
}

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const materialId = idParam(params.id)
  const act = Object.hasOwn(acts, params.act ?? '') ? acts[params.act ?? ''] : undefined
  if (!materialId || !act) throw new NotFound('material')
  const done = await act(member, materialId, idParam(String((await readForm(request)).get('version') ?? '')) ?? 0)
  return redirect(params.act === 'buang' ? '/pengetahuan/sampah' : materialPath(done), 303)
})
