import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Icon } from '~/ui/icon'
import { tagAddress } from '../tag-address'
import type { Recognition } from '../recognition.queries.server'

/** What a person gave to conversations: in words and with links, never a rank. */
export function RecognitionSection({ found, name }: { found: Recognition; name: string }) {
  const t = useT('recognition')
  const tongue = useTongue()
  const { all, competencies, tags, badges, praise } = found
  const line = (sums: { posts: number; accepted: number; thanks: number }) =>
    [t('posts', { count: sums.posts }), sums.accepted ? t('accepted', { count: sums.accepted }) : '', sums.thanks ? t('thanks', { count: sums.thanks }) : ''].filter(Boolean).join(' · ')
  return (
    <section className="sec" id="sumbangan">
      <h2>{t('title')}</h2>
      <p>{line(all)}</p>
      {competencies.length ? (
        <>
          <h3 className="mt-5">{t('byCompetency')}</h3>
          <ul className="list">
            {competencies.map(row => (
              <li key={row.competency.code} className="py-2 row">
                <a className="b link" href={tagAddress(row.competency.slug)}>{(tongue.locale === 'en' && row.competency.nameEn) || row.competency.name}</a>
                <span className="sp" /><span className="sm muted">{line(row)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {tags.length ? <p className="row mt-3"><span className="sm faint">{t('alsoOn')}</span>{tags.map(row => <a key={row.tag} className="tag" href={tagAddress(row.tag)} title={line(row)}>{row.tag}</a>)}</p> : null}
      {badges.length ? (
        <>
          <h3 className="mt-5" id="lencana">{t('badges')}</h3>
          <ul className="list">
            {badges.map(one => (
              <li key={one.badge} className="py-2">
                <span className="st ok"><Icon name="circle-check" small />{t(`badge.${one.badge}.name`)}</span>
                <p className="sm muted">{t(`badge.${one.badge}.rule`)} · {formatDate(one.at, tongue)}</p>
                {one.deeds.length ? <p className="row sm">{t('earnedBy')}{one.deeds.map((postId, place) => <a key={postId} className="link" href={`/pos/${postId}`}>{t('deed', { number: place + 1 })}</a>)}</p> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {praise.length ? (
        <>
          <h3 className="mt-5">{t('praise', { name })}</h3>
          <ul className="list">
            {praise.map(one => (
              <li key={`${one.postId}-${one.slug}-${one.kind}`} className="py-2">
                <p>“{one.why}”</p>
                <p className="sm muted"><a className="link" href={`/orang/${one.slug}`}>{one.name}</a>, {t(`gave.${one.kind}`)} <a className="link" href={`/pos/${one.postId}`}>{t('forThis')}</a></p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
