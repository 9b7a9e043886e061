import { forwardRef, type AnchorHTMLAttributes, type ButtonHTMLAttributes, type MouseEvent } from 'react'
import { Icon } from './icon'
import type { IconName } from './icons/names'

/** `primary` once per view; `danger` outlines a destructive act, `destroy` is the filled one inside its dialog. */
export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger' | 'destroy'

const looks: Record<ButtonLook, string> = { primary: ' p', plain: '', quiet: ' q', danger: ' d', destroy: ' d p' }

interface Common {
  look?: ButtonLook
  small?: boolean
  /** as wide as its form */
  wide?: boolean
  icon?: IconName
}

function classesOf({ look = 'plain', small, wide }: Pick<Common, 'look' | 'small' | 'wide'>, className?: string) {
  return `btn${looks[look]}${small ? ' sm' : ''}${wide ? ' wide' : ''}${className ? ` ${className}` : ''}`
}

export interface ButtonProps extends Common, ButtonHTMLAttributes<HTMLButtonElement> {
  /** the act is under way: further presses are ignored and the label becomes `workingLabel` without changing the width */
  working?: boolean
  workingLabel?: string
}

/** A `<button>`; its type is `submit` unless said otherwise. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { look, small, wide, icon, working = false, workingLabel, children, className, onClick, ...rest }, ref) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (working || rest['aria-disabled'] === true || rest['aria-disabled'] === 'true') event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button ref={ref} {...rest} aria-disabled={working || rest['aria-disabled'] || undefined} className={classesOf({ look, small, wide }, className)} onClick={press}>
      {icon && <Icon name={icon} small={small} />}
      {workingLabel ? (
        <span className="swap" aria-live="polite">
          <span className={working ? 'off' : undefined}>{children}</span>
          <span className={working ? undefined : 'off'}>{workingLabel}</span>
        </span>
      ) : children}
    </button>
  )
})

export interface ButtonLinkProps extends Common, AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function ButtonLink({ look, small, wide, icon, children, className, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={classesOf({ look, small, wide }, className)}>
      {icon && <Icon name={icon} small={small} />}
      {children}
    </a>
  )
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  icon: IconName
  /** read aloud and shown as a tooltip */
  label: string
  small?: boolean
}

/** An icon alone: only search, bell, close, more and toolbars. Type `button` unless said otherwise. */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton({ icon, label, small, className, ...rest }, ref) {
  return (
    <button ref={ref} type="button" {...rest} className={`ib${small ? ' s' : ''}${className ? ` ${className}` : ''}`} aria-label={label} title={label}>
      <Icon name={icon} small={small} />
    </button>
  )
})
