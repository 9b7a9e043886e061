import type { z } from 'zod'
import { fieldErrors } from '~/platform/checked'
import { Invalid } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { requestPath, requestsPath, roomPath } from './paths'
import type { RequestAct } from './requests-table'
import { answerSchema, declineSchema, pairNeedSchema, questionSchema } from './requests.schema'
import { acceptRequest, answerQuestion, askBack, declineRequest, pairNeed, withdrawRequest } from './requests.server'

/** The acts of the address `/mentoring/permintaan/<id>/<act>`, by their Indonesian names. */
export const requestActNames = ['tanya', 'jawab', 'tolak', 'terima', 'tarik', 'pasangkan'] as const
export type RequestActName = (typeof requestActNames)[number]
export const requestActNamed = (name: string | undefined): RequestActName | null => requestActNames.find(one => one === name) ?? null

/** Those with a page of their own, because they need words. */
export const writtenActs: Partial<Record<RequestActName, RequestAct>> = { tanya: 'ask', jawab: 'answer', tolak: 'decline' }

function parsed<S extends z.ZodType>(schema: S, form: Record<string, string>): z.output<S> {
  const result = schema.safeParse(form)
  if (!result.success) throw new Invalid(fieldErrors(result.error))
  return result.data
}

type Run = (viewer: Member, requestId: number, form: Record<string, string>) => Promise<string>
const acts: Record<RequestActName, Run> = {
  tanya: (viewer, requestId, form) => askBack(viewer, { requestId, ...parsed(questionSchema, form) }).then(() => requestPath(requestId)),
  jawab: (viewer, requestId, form) => answerQuestion(viewer, { requestId, ...parsed(answerSchema, form) }).then(() => requestPath(requestId)),
  tolak: (viewer, requestId, form) => declineRequest(viewer, { requestId, ...parsed(declineSchema, form) }).then(() => requestPath(requestId)),
  terima: (viewer, requestId) => acceptRequest(viewer, { requestId }).then(({ pairId }) => roomPath(pairId, 'kesepakatan')),
  tarik: (viewer, requestId) => withdrawRequest(viewer, { requestId }).then(() => requestPath(requestId)),
  pasangkan: (viewer, requestId, form) => pairNeed(viewer, { requestId, ...parsed(pairNeedSchema, form) }).then(() => `${requestsPath}?daftar=carikan`),
}

/** @returns where to go on. @throws as the verb does */
export const actOnRequest = (act: RequestActName, viewer: Member, requestId: number, form: Record<string, string>): Promise<string> => acts[act](viewer, requestId, form)
