import { checked } from '~/platform/checked'
import type { Member } from '~/platform/viewer'
import { Invalid } from '~/platform/errors'
import type { ActName } from './act-names'
import { mergeSchema, moveSchema, pinSchema, reasonSchema, slowSchema, splitSchema } from './acts.schema'
import { listTopic, lockTopic, moveTopic, pinTopic, slowTopic, unlistTopic, unlockTopic, type Acted } from './topic-acts.server'
import { mergeTopic, numbersIn, splitTopic } from './topic-parting.server'

type Form = Record<string, unknown>
/** What a form about a whole topic asks for, by the name in its address. */
const byName: Record<ActName, (member: Member, topicId: number, form: Form) => Promise<Acted>> = {
  kunci: (member, topicId, form) => lockTopic(member, { topicId, ...checked(reasonSchema, form) }),
  buka: (member, topicId) => unlockTopic(member, { topicId }),
  sematkan: (member, topicId, form) => pinTopic(member, { topicId, ...checked(pinSchema(member.timeZone), form) }),
  jeda: (member, topicId, form) => slowTopic(member, { topicId, ...checked(slowSchema, form) }),
  pindah: (member, topicId, form) => moveTopic(member, { topicId, ...checked(moveSchema, form) }),
  sembunyi: (member, topicId, form) => unlistTopic(member, { topicId, ...checked(reasonSchema, form) }),
  tampilkan: (member, topicId) => listTopic(member, { topicId }),
  pecah: (member, topicId, form) => {
    const { numbers, ...rest } = checked(splitSchema, form)
    const chosen = numbersIn(numbers)
    if (!chosen) throw new Invalid({ numbers: ['forum:errors.numbers'] })
    return splitTopic(member, { topicId, numbers: chosen, ...rest })
  },
  gabung: (member, topicId, form) => {
    const { into, reason } = checked(mergeSchema, form)
    if (into === 0) throw new Invalid({ into: ['forum:errors.mergeInto'] })
    return mergeTopic(member, { topicId, intoId: into, reason })
  },
}

/** @throws what the act throws; Invalid beside the fields of its form */
export const actOnTopic = (name: ActName, member: Member, topicId: number, form: Form): Promise<Acted> => byName[name](member, topicId, form)
