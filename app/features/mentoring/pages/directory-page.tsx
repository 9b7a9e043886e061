import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { Choice, Field, FieldGroup, Select, TextInput } from '~/ui/field'
import { EmptyState, NoteBar } from '~/ui/marks'
import { Pager } from '~/ui/navigation'
import { MentorRow } from '../components/mentor-row'
import { RoomNav } from '../components/room-nav'
import { tagWord } from '../components/words'
import type { Directory, DirectoryAsked, TagWord, UnitChoice } from '../directory.queries.server'
import { forms, languages, sorts, type SortName } from '../kinds'
import { directoryPath, findForMePath, newOfferPath, profilePath } from '../paths'

export interface DirectoryPageProps extends Directory {
  /** rounds of the programme that take applications */
  waves: readonly { id: number; title: string }[]
  asked: DirectoryAsked
  competencies: readonly TagWord[]
  units: readonly UnitChoice[]
  canOffer: boolean
}

/** The address of the same list with something else about it. */
export function hrefOf(asked: DirectoryAsked, change: Partial<DirectoryAsked> = {}): string {
  const one = { ...asked, cursor: null, ...change }
  const search = new URLSearchParams()
  if (one.q) search.set('q', one.q)
  if (one.tag) search.set('tag', one.tag)
  for (const form of one.forms) search.append('bentuk', form)
  if (one.mode) search.set('tempat', one.mode)
  if (one.language) search.set('bahasa', one.language)
  if (one.unitId) search.set('unit', String(one.unitId))
  if (one.seat) search.set('kosong', '1')
  if (one.slot) search.set('slot', '1')
  if (one.sort !== 'cocok') search.set('urut', one.sort)
  if (one.cursor) search.set('kursor', one.cursor)
  const text = search.toString()
  return text ? `${directoryPath}?${text}` : directoryPath
}

const narrowed = (asked: DirectoryAsked): boolean => Boolean(asked.q || asked.tag || asked.forms.length > 0 || asked.mode || asked.language || asked.unitId || asked.seat || asked.slot)

function Filters({ asked, competencies, units, prefix }: Pick<DirectoryPageProps, 'asked' | 'competencies' | 'units'> & { prefix: string }) {
  const t = useT('mentoring')
  const { locale } = useTongue()
  const tags = asked.tag && !competencies.some(one => one.slug === asked.tag) ? [{ slug: asked.tag, name: tagWord(asked.tag, [], locale), nameEn: '' }, ...competencies] : competencies
  return (
    <form method="get" action={directoryPath} className="form sm" aria-label={t('filter.label')}>
      <Field label={t('filter.words')} id={`${prefix}-q`} name="q"><TextInput type="search" defaultValue={asked.q} maxLength={200} /></Field>
      <FieldGroup label={t('filter.form')} id={`${prefix}-form`}>{forms.map(form => <Choice key={form} name="bentuk" value={form} defaultChecked={asked.forms.includes(form)}>{t(`form.${form}`)}</Choice>)}</FieldGroup>
      <FieldGroup label={t('filter.mode')} id={`${prefix}-mode`}>
        <Choice type="radio" name="tempat" value="" defaultChecked={!asked.mode}>{t('filter.anyMode')}</Choice>
        <Choice type="radio" name="tempat" value="ONLINE" defaultChecked={asked.mode === 'ONLINE'}>{t('mode.ONLINE')}</Choice>
        <Choice type="radio" name="tempat" value="ON_SITE" defaultChecked={asked.mode === 'ON_SITE'}>{t('mode.ON_SITE')}</Choice>
      </FieldGroup>
      <FieldGroup label={t('filter.when')} id={`${prefix}-when`}>
        <Choice name="kosong" value="1" defaultChecked={asked.seat}>{t('filter.seat')}</Choice>
        <Choice name="slot" value="1" defaultChecked={asked.slot}>{t('filter.slot')}</Choice>
      </FieldGroup>
      <Field label={t('filter.tag')} id={`${prefix}-tag`} name="tag"><Select defaultValue={asked.tag ?? ''} empty={t('filter.anyTag')} options={tags.map(one => ({ value: one.slug, label: (locale === 'en' && one.nameEn) || one.name }))} /></Field>
      <Field label={t('filter.language')} id={`${prefix}-language`} name="bahasa"><Select defaultValue={asked.language ?? ''} empty={t('filter.anyLanguage')} options={languages.map(one => ({ value: one, label: t(`language.${one}`) }))} /></Field>
      <Field label={t('filter.unit')} id={`${prefix}-unit`} name="unit"><Select defaultValue={asked.unitId ? String(asked.unitId) : ''} empty={t('filter.anyUnit')} options={units.map(one => ({ value: String(one.id), label: one.name }))} /></Field>
      {asked.sort !== 'cocok' && <input type="hidden" name="urut" value={asked.sort} />}
      <div className="row"><Button small>{t('ui:acts.apply')}</Button>{narrowed(asked) && <a className="link" href={hrefOf({ ...asked, q: '', tag: null, forms: [], mode: null, language: null, unitId: null, seat: false, slot: false })}>{t('filter.clear')}</a>}</div>
      <p className="note">{t('formula')}</p>
    </form>
  )
}

function Sorts({ asked }: { asked: DirectoryAsked }) {
  const t = useT('mentoring')
  const word = (sort: SortName) => (sort === asked.sort ? <b className="text-ink" aria-current="true">{t(`sort.${sort}`)}</b> : <a className="link" href={hrefOf(asked, { sort })}>{t(`sort.${sort}`)}</a>)
  return <p className="row sm muted mb-1 gap-x-2"><span>{t('sort.label')}</span>{sorts.map((sort, at) => <span key={sort}>{at > 0 && '· '}{word(sort)}</span>)}</p>
}

/** Who helps with what, the best fit first. */
export function DirectoryPage(props: DirectoryPageProps) {
  const { rows, next, needTags, asked, competencies, units, learns, canOffer, degraded, waves } = props
  const t = useT('mentoring')
  const { locale } = useTongue()
  const filters = { asked, competencies, units }
  return (
    <>
      <RoomNav current="find" />
      <div className="pagehead mt-5">
        <div>
          <h1>{t('find.title')}</h1>
          <p className="muted">
            {needTags.length > 0 ? <>{t('find.fits', { tags: needTags.map(tag => tagWord(tag, competencies, locale)).join(', ') })} </> : <>{t('find.lede')} </>}
            {learns && <a className="link" href={profilePath}>{t(needTags.length > 0 ? 'find.changeNeed' : 'find.sayNeed')}</a>}
          </p>
        </div>
        {learns && <ButtonLink href={findForMePath}>{t('findForMe')}</ButtonLink>}
      </div>
      <div className="lead">
        <div>
          <details className="ph card" open={false}><summary className="b">{t('filter.summary')}</summary><div className="mt-3"><Filters {...filters} prefix="p" /></div></details>
          <div className="pc"><Filters {...filters} prefix="d" /></div>
        </div>
        <div>
          {waves.map(wave => <NoteBar key={wave.id} tone="sea" className="mb-3" href={`/mentoring/gelombang/${wave.id}`}>{t('find.wave', { title: wave.title })}</NoteBar>)}
          {degraded && <NoteBar className="mb-3" role="status">{t('find.degraded')}</NoteBar>}
          <Sorts asked={asked} />
          {rows.length > 0 ? (
            <ul className="list">{rows.map(row => <MentorRow key={row.id} row={row} competencies={competencies} />)}</ul>
          ) : narrowed(asked) ? (
            <EmptyState title={t('find.none')} acts={<ButtonLink href={directoryPath}>{t('filter.clear')}</ButtonLink>}>{t('find.noneText')}</EmptyState>
          ) : (
            <EmptyState title={t('find.empty')} acts={canOffer && <ButtonLink href={newOfferPath}>{t('offer.new')}</ButtonLink>}>{t('find.emptyText')}</EmptyState>
          )}
          <p className="sm mt-4"><a className="link" href="/mentoring/catatan">{t('find.notes')}</a></p>
          <Pager label={t('ui:pages.label')} newer={asked.cursor ? { label: t('find.first'), href: hrefOf(asked) } : null} older={next ? { label: t('find.more'), href: hrefOf(asked, { cursor: next }) } : null} />
        </div>
      </div>
    </>
  )
}
