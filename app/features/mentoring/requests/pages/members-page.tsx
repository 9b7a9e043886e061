import { useT } from '~/platform/i18n/i18n'
import { Avatar, PersonLine } from '~/ui/person'
import type { PairPerson, PairView } from '../../pairs-views'
import { PairHead } from '../components/pair-head'

function Person({ person, state }: { person: PairPerson; state?: string }) {
  return <li className="py-3"><div className="person"><Avatar name={person.name} photo={person.photo} /><PersonLine name={person.name} href={`/orang/${person.slug}`} detail={[state, person.position, person.unit].filter(Boolean).join(' · ')} /></div></li>
}

/** Who is in the room. Who waits for a seat is a number to the group and a list to its mentor. */
export function MembersPage({ pair, waiting, capacity }: { pair: PairView; waiting: PairPerson[]; capacity: number }) {
  const t = useT('requests')
  return (
    <div className="text">
      <PairHead pair={pair} title={t('members.title')} lede={pair.form === 'GROUP' ? t('members.seats', { taken: pair.learners.length, capacity }) : undefined} />
      <ul className="list"><Person person={pair.mentor} state={t('page.mentor')} />{pair.learners.map(one => <Person key={one.id} person={one} />)}</ul>
      {pair.waiting > 0 ? (
        <section className="sec" aria-labelledby="antre">
          <div className="sech"><h2 id="antre">{t('members.waiting', { count: pair.waiting })}</h2></div>
          {waiting.length ? <ol className="list">{waiting.map(one => <Person key={one.id} person={one} />)}</ol> : null}
          <p className="sm muted">{t('members.waitingText')}</p>
        </section>
      ) : null}
      {pair.role ? <p className="sm mt-5"><a className="link" href={`/mentoring/ruang/${pair.id}/keluar`}>{t('leave.link')}</a></p> : null}
    </div>
  )
}
