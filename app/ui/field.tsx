import {
  createContext, forwardRef, useContext, useId, useState,
  type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes,
} from 'react'
import { Icon } from './icon'

interface Wiring {
  id: string
  name?: string
  'aria-invalid'?: true
  'aria-describedby'?: string
}

const Context = createContext<Wiring | null>(null)

export interface FieldProps {
  label: ReactNode
  /** one sentence under the label */
  hint?: ReactNode
  /** one sentence, or several; stands between hint and control so that a phone's keyboard never hides it */
  error?: string | string[]
  /** the word for "may be left empty"; required fields carry no sign */
  optional?: string
  /** name and id of the control inside; the id falls back to `f-<name>`, so give one where two forms share a page */
  name?: string
  id?: string
  className?: string
  children: ReactNode
}

const listOf = (error: string | string[] | undefined) => (typeof error === 'string' ? [error] : (error ?? [])).filter(Boolean)

function useWiring({ id, name, hint, error }: Pick<FieldProps, 'id' | 'name' | 'hint' | 'error'>) {
  const made = useId()
  const own = id ?? (name ? `f-${name}` : made)
  const errors = listOf(error)
  const describedBy = [hint ? `${own}-hint` : '', errors.length ? `${own}-error` : ''].filter(Boolean).join(' ') || undefined
  const wiring: Wiring = { id: own, name, 'aria-invalid': errors.length ? true : undefined, 'aria-describedby': describedBy }
  return { wiring, errors }
}

function Errors({ id, errors }: { id: string; errors: string[] }) {
  if (!errors.length) return null
  return (
    <div id={id}>
      {errors.map(error => <p className="err" key={error}><Icon name="circle-alert" small />{error}</p>)}
    </div>
  )
}

/** Label, hint, error and one control, wired to each other. The control inside takes its id, name and aria from here. */
export function Field({ label, hint, error, optional, name, id, className, children }: FieldProps) {
  const { wiring, errors } = useWiring({ id, name, hint, error })
  return (
    <div className={`field${errors.length ? ' bad' : ''}${className ? ` ${className}` : ''}`}>
      <label className="lab" htmlFor={wiring.id}>{label}{optional && <span className="opt-word"> ({optional})</span>}</label>
      {hint && <span className="hint" id={`${wiring.id}-hint`}>{hint}</span>}
      <Errors id={`${wiring.id}-error`} errors={errors} />
      <Context.Provider value={wiring}>{children}</Context.Provider>
    </div>
  )
}

/** The same for a group of choices: a fieldset with its legend. Its id goes to the fieldset, which an error summary can reach. */
export function FieldGroup({ label, hint, error, optional, name, id, className, children }: FieldProps) {
  const { wiring, errors } = useWiring({ id, name, hint, error })
  return (
    <fieldset id={wiring.id} tabIndex={-1} aria-describedby={wiring['aria-describedby']} className={`field${errors.length ? ' bad' : ''}${className ? ` ${className}` : ''}`}>
      <legend className="lab">{label}{optional && <span className="opt-word"> ({optional})</span>}</legend>
      {hint && <span className="hint" id={`${wiring.id}-hint`}>{hint}</span>}
      <Errors id={`${wiring.id}-error`} errors={errors} />
      <Context.Provider value={null}>{children}</Context.Provider>
    </fieldset>
  )
}

const classOf = (base: string, className?: string) => (className ? `${base} ${className}` : base)

export const TextInput = forwardRef<HTMLInputElement, InputHTMLAttributes<HTMLInputElement>>(function TextInput({ className, ...rest }, ref) {
  return <input ref={ref} type="text" {...useContext(Context)} {...rest} className={classOf('in', className)} />
})

export interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  /** grows with its text where the browser can */
  grows?: boolean
}

export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea({ grows, className, ...rest }, ref) {
  return <textarea ref={ref} {...useContext(Context)} {...rest} className={classOf(grows ? 'in auto' : 'in', className)} />
})

export interface Option {
  value: string
  label: string
  disabled?: boolean
}

export interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  options: readonly Option[]
  /** first row with an empty value */
  empty?: string
}

export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select({ options, empty, className, ...rest }, ref) {
  return (
    <select ref={ref} {...useContext(Context)} {...rest} className={classOf('in', className)}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map(option => <option key={option.value} value={option.value} disabled={option.disabled}>{option.label}</option>)}
    </select>
  )
})

export interface ChoiceProps extends InputHTMLAttributes<HTMLInputElement> {
  type?: 'checkbox' | 'radio'
  children: ReactNode
  hint?: ReactNode
  /** a number or short word at the end of the row */
  count?: ReactNode
}

/** One radio or checkbox; the whole row is the target. Up to six of them, else a Select. */
export const Choice = forwardRef<HTMLInputElement, ChoiceProps>(function Choice({ type = 'checkbox', children, hint, count, className, ...rest }, ref) {
  return (
    <label className={classOf('opt', className)}>
      <input ref={ref} type={type} {...rest} />
      <span>{children}{hint && <span className="hint">{hint}</span>}</span>
      {count !== undefined && <small>{count}</small>}
    </label>
  )
})

export const FileInput = forwardRef<HTMLInputElement, InputHTMLAttributes<HTMLInputElement>>(function FileInput({ className, ...rest }, ref) {
  return <input ref={ref} {...useContext(Context)} {...rest} type="file" className={classOf('in file-in', className)} />
})

export interface PasswordInputProps extends InputHTMLAttributes<HTMLInputElement> {
  /** words of the button that shows or hides what was typed */
  show: string
  hide: string
}

/** Can be read on demand; without JavaScript it is a plain password field. */
export const PasswordInput = forwardRef<HTMLInputElement, PasswordInputProps>(function PasswordInput({ show, hide, className, ...rest }, ref) {
  const [shown, setShown] = useState(false)
  return (
    <div className="with-end">
      <input ref={ref} autoCapitalize="none" spellCheck={false} {...useContext(Context)} {...rest} type={shown ? 'text' : 'password'} className={classOf('in', className)} />
      <button type="button" className="btn q sm js" aria-pressed={shown} onClick={() => setShown(!shown)}>{shown ? hide : show}</button>
    </div>
  )
})

/** The control's wiring for a control of your own inside a Field (an editor, a combobox). */
export const useField = () => useContext(Context)
