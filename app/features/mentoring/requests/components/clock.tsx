import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { State } from '~/ui/marks'
import { isOpenRequest, type RequestStateName } from '../../requests-table'

export interface ClockProps {
  state: RequestStateName
  role: 'LEARNER' | 'MENTOR' | 'OFFICER'
  /** null: nobody is asked yet */
  mentor: string | null
  learner: string
  dueAt: number
}

const DAY = 86_400_000

/** Who must answer until when, the same for both sides; red on the last day. What is decided is said in its word. */
export function Clock({ state, role, mentor, learner, dueAt }: ClockProps) {
  const t = useT('requests')
  const tongue = useTongue()
  if (!isOpenRequest(state)) return <State icon={state === 'ACCEPTED' ? 'circle-check' : state === 'EXPIRED' ? 'clock' : 'circle-x'} tone={state === 'ACCEPTED' ? 'leaf' : 'neutral'}>{t(`state.${state}`)}</State>
  const values = { mentor: mentor ?? '', learner, day: formatDate(dueAt, tongue) }
  const mine = (role === 'MENTOR' && state !== 'ASKED_BACK') || (role === 'LEARNER' && state === 'ASKED_BACK')
  const words = mentor === null ? t(role === 'OFFICER' ? 'clock.needOfficer' : 'clock.need', values)
    : state === 'ASKED_BACK' ? t(role === 'MENTOR' ? 'clock.askedMentor' : 'clock.askedLearner', values) : t(role === 'MENTOR' ? 'clock.mentor' : 'clock.learner', values)
  return <State icon="clock" tone={mine && dueAt - tongue.now < 2 * DAY ? 'red' : 'neutral'}>{words}</State>
}
