import { formatDateTime, formatMoment } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { Field, TextInput } from '~/ui/field'
import { NoteBar } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { Avatar, PersonLine } from '~/ui/person'
import type { PairPerson } from '../../pairs-views'
import type { RequestLine, RequestView } from '../../requests-views'
import { Clock } from '../components/clock'
import { Suggestions } from '../components/suggestions'

function Person({ person }: { person: PairPerson }) {
  return (
    <div className="person">
      <Avatar name={person.name} photo={person.photo} />
      <PersonLine name={person.name} href={`/orang/${person.slug}`} detail={[person.position, person.unit].filter(Boolean).join(' · ')} />
    </div>
  )
}

function Words({ title, text }: { title: string; text: string }) {
  return text ? <section className="sec"><h2 className="text-base">{title}</h2><p className="prose whitespace-pre-line">{text}</p></section> : null
}

function Record({ lines }: { lines: readonly RequestLine[] }) {
  const t = useT('requests')
  const tongue = useTongue()
  return (
    <ol className="list">
      {lines.map(line => (
        <li key={line.id} className="py-2 sm">
          <p><b>{line.author ? (line.mine ? t('page.you') : line.author) : t('page.house')}</b> {t(`did.${line.act}`)} <span className="faint">{formatMoment(line.at, tongue)}</span></p>
          {line.text ? <p className="whitespace-pre-line">{line.text}</p> : null}
        </li>
      ))}
    </ol>
  )
}

function Acts({ request }: { request: RequestView }) {
  const t = useT('requests')
  const at = `/mentoring/permintaan/${request.id}`
  const may = (act: RequestView['acts'][number]) => request.acts.includes(act)
  return (
    <div className="row mt-4">
      {may('accept') ? <form method="post" action={`${at}/terima`}><Button look="primary" icon="check">{t(request.offer?.full && request.offer.form === 'GROUP' ? 'acts.acceptQueue' : 'acts.accept')}</Button></form> : null}
      {may('answer') ? <ButtonLink look="primary" href={`${at}/jawab`}>{t('acts.answer')}</ButtonLink> : null}
      {may('ask') ? <ButtonLink href={`${at}/tanya`}>{t('acts.ask')}</ButtonLink> : null}
      {may('decline') ? <ButtonLink look="quiet" href={`${at}/tolak`}>{t('acts.decline')}</ButtonLink> : null}
      {may('withdraw') ? <form method="post" action={`${at}/tarik`}><Button look="quiet">{t('acts.withdraw')}</Button></form> : null}
    </div>
  )
}

/** One request: what is wanted, whose turn it is until when, what was said, and what the reader can do. */
export function RequestPage({ request, errors }: { request: RequestView; errors: Record<string, string[]> }) {
  const t = useT('requests', 'http')
  const tongue = useTongue()
  const { offer, mentor, learner, role } = request
  const title = offer?.title ?? t('need.name')
  return (
    <>
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('mentoring'), href: '/mentoring' }, { label: t('list.title'), href: role === 'MENTOR' ? '/mentoring/permintaan?daftar=masuk' : role === 'OFFICER' ? '/mentoring/permintaan?daftar=carikan' : '/mentoring/permintaan' }, { label: title }]} />
      <div className="pagehead"><div>
        <h1>{title}</h1>
        <p><Clock state={request.state} role={role} mentor={mentor?.name ?? null} learner={learner.name} dueAt={request.dueAt} /></p>
      </div></div>
      {errors.form?.length ? <NoteBar tone="red" role="alert">{errors.form.map(key => t(key)).join(' ')}</NoteBar> : null}
      <div className="two">
        <div>
          {request.pairId && role !== 'OFFICER' ? <NoteBar tone="leaf" href={`/mentoring/ruang/${request.pairId}`}>{t('page.toRoom')}</NoteBar> : null}
          {request.state === 'DECLINED' && request.reason ? <NoteBar><b>{t('page.reason', { name: mentor?.name ?? '' })}</b><br /><span className="whitespace-pre-line">{request.reason}</span></NoteBar> : null}
          {request.state === 'EXPIRED' ? <NoteBar>{t(role === 'MENTOR' ? 'page.expiredMentor' : 'page.expired')}</NoteBar> : null}
          <Words title={t('form.goal')} text={request.goal} />
          <Words title={t('form.situation')} text={request.situation} />
          <Words title={t('form.tried')} text={request.tried} />
          <Acts request={request} />
          {role === 'LEARNER' || role === 'OFFICER' ? (request.suggestions.length > 0 || request.acts.length > 0 || request.state === 'DECLINED' || request.state === 'EXPIRED') && (request.offer === null || !request.acts.length) ? (
            <section className="sec" aria-labelledby="lain">
              <div className="sech"><h2 id="lain">{t('others.title')}</h2></div>
              <Suggestions offers={request.suggestions} need={request.offer === null ? request.id : null} officer={role === 'OFFICER'} />
            </section>
          ) : null : null}
          {request.acts.includes('pair') ? (
            <form method="post" action={`/mentoring/permintaan/${request.id}/pasangkan`} className="form mt-4">
              <Field label={t('page.pairWith')} hint={t('page.pairHint')} error={errors.offerId?.map(key => t(key))} name="offerId"><TextInput inputMode="numeric" defaultValue={request.suggestions[0] ? String(request.suggestions[0].offerId) : ''} list="cocok" size={8} /></Field>
              <datalist id="cocok">{request.suggestions.map(one => <option key={one.offerId} value={one.offerId}>{one.title}</option>)}</datalist>
              <Button>{t('acts.pair')}</Button>
            </form>
          ) : null}
        </div>
        <aside className="side">
          <section><h2>{t(role === 'LEARNER' && mentor ? 'page.mentor' : 'page.learner')}</h2><Person person={role === 'LEARNER' && mentor ? mentor : learner} />
            {role !== 'LEARNER' && request.learnerAbout ? <p className="sm mt-2 whitespace-pre-line">{request.learnerAbout}</p> : null}
          </section>
          <section className="sm">
            <h2>{t('page.wishes')}</h2>
            <ul className="plain">
              <li><b>{t('form.wishedForm')}</b> {request.wishedForm ? t(`formName.${request.wishedForm}`) : t('form.anyForm')}</li>
              {request.wishedTimes ? <li><b>{t('form.wishedTimes')}</b> {request.wishedTimes}</li> : null}
              {request.slotAt ? <li><b>{t('page.slot')}</b> {formatDateTime(request.slotAt, tongue)}</li> : null}
              {request.carries ? <li>{t(role === 'LEARNER' ? 'page.carriesMine' : 'page.carries')}</li> : null}
            </ul>
          </section>
          <section><h2>{t('page.record')}</h2><Record lines={request.lines} /></section>
        </aside>
      </div>
    </>
  )
}
