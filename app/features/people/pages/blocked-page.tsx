import { useT } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/marks'
import type { BlockedPerson } from '../blocks.server'
import { AccountFrame } from '../components/account-frame'

/** Whom the reader does not want to hear from: their own list, known to nobody else. */
export function BlockedPage({ people }: { people: BlockedPerson[] }) {
  const t = useT('people')
  return (
    <AccountFrame title={t('blocks.title')} lede={t('blocks.lede')}>
      {people.length === 0 ? <EmptyState title={t('blocks.empty')}>{t('blocks.emptyText')}</EmptyState> : (
        <ul className="list">
          {people.map(person => (
            <li key={person.id} className="py-3">
              <form method="post" action="/akun/blokir" className="row"><a className="b" href={`/orang/${person.slug}`}>{person.name}</a><span className="sp" /><input type="hidden" name="orang" value={person.id} /><Button small name="buka" value="1">{t('blocks.open')}</Button></form>
            </li>
          ))}
        </ul>
      )}
    </AccountFrame>
  )
}
