import { Fragment } from 'react'
import { useT } from '~/platform/i18n/i18n'

const keys: readonly [keys: readonly string[], what: string][] = [
  [['j'], 'next'], [['k'], 'previous'], [['r'], 'reply'], [['/'], 'search'], [['g', 'h'], 'home'], [['g', 'f'], 'forum'], [['g', 'u'], 'unread'], [['g', 'b'], 'fresh'],
  [['g', 'm'], 'bookmarks'], [['g', 'p'], 'notices'], [['?'], 'sheet'],
]

/** Every key there is. The sheet behind `?` shows the same list. */
export function ShortcutsPage() {
  const t = useT('shortcuts')
  return (
    <div className="text">
      <div id="pintasan" data-close={t('close')}>
        <h1 id="pintasan-judul">{t('title')}</h1>
        <p className="sm muted mt-2">{t('lede')}</p>
        <dl className="dl mt-4">
          {keys.map(([letters, what]) => (
            <Fragment key={what}><dt>{letters.map(letter => <kbd key={letter}>{letter}</kbd>)}</dt><dd>{t(`key.${what}`)}</dd></Fragment>
          ))}
        </dl>
      </div>
    </div>
  )
}
