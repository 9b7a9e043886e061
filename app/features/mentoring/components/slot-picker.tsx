import { useState } from 'react'
import { formatTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { localOf } from '~/platform/i18n/local-time'
import { Button } from '~/ui/button'
import { FieldGroup } from '~/ui/field'
import type { Slot } from '../slots'
import { useDayWords, useZone } from './session-words'

export interface SlotPickerProps {
  /** what can be booked; what is taken is not here */
  slots: readonly Slot[]
  /** name of the radio group; its values are the beginnings in ISO 8601 */
  name?: string
  legend: string
  /** beginning of the chosen one, ISO 8601 or milliseconds */
  chosen?: string | number | null | undefined
  /** keys of what is wrong with the choice */
  errors?: readonly string[] | undefined
  /** what stands where nothing is free */
  empty?: string | undefined
  /** the page of later (or earlier) slots */
  later?: string | null | undefined
  earlier?: string | null | undefined
  /** a button that repeats the chosen time: "Pesan sesi" becomes "Pesan sesi, Rabu 15.00" */
  submit?: string | undefined
  /** the time may be left open */
  optional?: string | undefined
}

const isoOf = (at: number) => new Date(at).toISOString()

/** Times to book, in columns by day and by the reader's own clock. Radios in a form: arrows move within it, and it needs no JavaScript. */
export function SlotPicker({ slots, name = 'slot', legend, chosen, errors, empty, later, earlier, submit, optional }: SlotPickerProps) {
  const t = useT('sessions')
  const tongue = useTongue()
  const words = useDayWords()
  const zone = useZone()
  const chosenAt = new Date(chosen ?? '').getTime()
  const first = Number.isNaN(chosenAt) ? null : isoOf(chosenAt)
  const [picked, setPicked] = useState(first)
  const days = new Map<string, Slot[]>()
  for (const slot of slots) {
    const { day } = localOf(slot.startsAt, tongue.timeZone)
    days.set(day, [...(days.get(day) ?? []), slot])
  }
  const at = picked === null ? undefined : slots.find(slot => isoOf(slot.startsAt) === picked)
  const length = slots[0] ? Math.round((slots[0].endsAt - slots[0].startsAt) / 60_000) : 0
  return (
    <>
      <FieldGroup name={name} label={legend} {...(optional ? { optional } : {})} error={(errors ?? []).map(key => t(key))} hint={length ? `${zone} · ${t('minutes', { count: length })}` : zone}>
        {slots.length === 0 ? <p className="muted mt-2">{empty ?? t('slots.none')}</p> : (
          <div className="slots">
            {[...days].map(([day, list]) => (
              <div key={day}>
                <p className="b sm">{words.weekday(day)}<small>{words.short(day)}</small></p>
                {list.map(slot => {
                  const value = isoOf(slot.startsAt)
                  return (
                    <label key={value} className="slot">
                      <input className="vh" type="radio" name={name} value={value} defaultChecked={value === first} required={!optional} onChange={() => setPicked(value)} />
                      <span className="vh">{words.weekday(day)} {words.short(day)}, </span>{formatTime(slot.startsAt, tongue)}
                    </label>
                  )
                })}
              </div>
            ))}
          </div>
        )}
      </FieldGroup>
      {earlier ?? later ? (
        <p className="row sm mt-2">
          {earlier ? <a className="link" href={earlier}>{t('slots.earlier')}</a> : null}
          {later ? <a className="link" href={later}>{t('slots.later')}</a> : null}
        </p>
      ) : null}
      {submit && slots.length > 0 ? (
        <p className="mt-4"><Button look="primary">{at ? t('slots.submitAt', { act: submit, when: `${words.weekday(localOf(at.startsAt, tongue.timeZone).day)} ${formatTime(at.startsAt, tongue)}` }) : submit}</Button></p>
      ) : null}
    </>
  )
}
