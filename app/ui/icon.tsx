import type { IconName } from './icons/names'
import sprite from './icons/sprite.svg'

export interface IconProps {
  name: IconName
  /** 15 px, for meta lines and small buttons; else 18 */
  small?: boolean
  /** only where no word stands beside it */
  label?: string
  className?: string
}

/** One drawing from the house's sprite. Decoration unless it has a label: then the name is read aloud. */
export function Icon({ name, small, label, className }: IconProps) {
  const classes = `i${small ? ' s' : ''}${className ? ` ${className}` : ''}`
  return (
    <svg className={classes} {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}>
      <use href={`${sprite}#${name}`} />
    </svg>
  )
}
