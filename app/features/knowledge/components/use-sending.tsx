import { useRef, useState, type FormEvent, type ReactNode } from 'react'
import { LARGE_LIMIT } from '~/features/uploads/limits'
import { formatBytes } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { LongJob } from '~/ui/marks'

interface Going {
  name: string
  size: number
  sent: number
  broken: boolean
}

/**
 * Takes a form with a file over from the browser: the file goes ahead in pieces with its progress shown, then the form follows with its number.
 * Without JavaScript the browser sends both at once.
 */
export function useSending(): { onSubmit: (event: FormEvent<HTMLFormElement>) => void; progress: ReactNode; errors: string[] } {
  const t = useT('knowledge')
  const { locale } = useTongue()
  const [going, setGoing] = useState<Going | null>(null)
  const [errors, setErrors] = useState<string[]>([])
  const stop = useRef<AbortController | null>(null)

  const send = async (form: HTMLFormElement, field: HTMLInputElement, file: File) => {
    const control = new AbortController()
    stop.current = control
    const show = (sent: number, broken: boolean) => setGoing({ name: file.name, size: file.size, sent, broken })
    show(0, false)
    setErrors([])
    const { NotSent, sendPieces } = await import('~/features/uploads/components/send-pieces')
    try {
      const slug = await sendPieces(file, { onProgress: show, signal: control.signal })
      show(file.size, false)
      form.querySelectorAll('input[name=upload]').forEach(old => old.remove())
      const number = Object.assign(document.createElement('input'), { type: 'hidden', name: 'upload', value: slug })
      form.append(number)
      field.value = ''
      form.submit()
    } catch (error) {
      setGoing(null)
      if (!control.signal.aborted) setErrors(error instanceof NotSent && error.keys.length > 0 ? [...error.keys] : ['knowledge:material.errors.line'])
    }
  }

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget
    const field = form.elements.namedItem('file')
    const file = field instanceof HTMLInputElement ? field.files?.[0] : undefined
    if (!(field instanceof HTMLInputElement) || !file) return
    event.preventDefault()
    if (going) return
    if (file.size > LARGE_LIMIT) return setErrors(['uploads:errors.largeTooLarge'])
    void send(form, field, file)
  }

  const progress = going ? (
    <LongJob
      title={t('material.form.sending', { name: going.name })} done={t('material.form.sent', { done: formatBytes(going.sent, locale), all: formatBytes(going.size, locale) })}
      percent={going.size > 0 ? (going.sent / going.size) * 100 : 0} note={going.broken ? t('material.form.again') : null}
      acts={<Button type="button" small onClick={() => stop.current?.abort()}>{t('material.form.stop')}</Button>}
    />
  ) : null
  return { onSubmit, progress, errors }
}
