import { formatAgo } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Field, TextArea } from '~/ui/field'
import { EmptyState, NoteBar, State } from '~/ui/marks'
import { Prose } from '~/ui/prose'
import { useKeys } from '../components/keys'
import { ModerationFrame } from '../components/moderation-frame'
import type { AppealItem } from '../views'

export function AppealsPage({ appeals, administrator }: { appeals: AppealItem[]; administrator: boolean }) {
  const t = useT('moderation')
  const tongue = useTongue()
  useKeys()
  return (
    <ModerationFrame current="appeals" title={t('appeal.title')} lede={t('appeal.lede')} administrator={administrator}>
      {appeals.length === 0 ? <EmptyState title={t('appeal.empty')}>{t('queue.emptyText')}</EmptyState> : (
        <ul className="list mt-4">
          {appeals.map(one => (
            <li key={one.id} className={one.mayJudge ? 'trow un' : 'trow'}>
              <div>
                <h2><a href={`/moderasi/banding/${one.id}`} data-row="">{one.title}</a></h2>
                <p className="sm muted">{one.appeal?.text.slice(0, 220)}</p>
                <p className="meta"><State icon="shield">{t('appeal.of', { act: t(`done.${one.act}`) })}</State><span>{t('appeal.from', { name: one.authorName })}</span>{one.mayJudge ? null : <span>{t('appeal.own')}</span>}</p>
              </div>
              <p className="r l" /><p className="r"><small>{formatAgo(one.appeal?.at ?? one.at, tongue)}</small></p>
            </li>
          ))}
        </ul>
      )}
    </ModerationFrame>
  )
}

export function AppealPage({ item, administrator, errors, typed }: { item: AppealItem; administrator: boolean; errors: Record<string, string[]>; typed: string }) {
  const t = useT('moderation')
  const tongue = useTongue()
  const said = Object.values(errors).flat().map(key => t(key))
  return (
    <ModerationFrame current="appeals" title={item.title} administrator={administrator} crumbs={[{ label: t('appeal.title'), href: '/moderasi/banding' }, { label: t('appeal.of', { act: t(`done.${item.act}`) }) }]}>
      <div className="text">
        <section><h2>{t('appeal.of', { act: t(`done.${item.act}`) })}</h2><p className="whitespace-pre-line">{item.reason}</p><p className="xs faint">{t('appeal.decidedBy', { name: item.byName })} · {formatAgo(item.at, tongue)}</p></section>
        {item.html ? <section className="sec"><h2>{t('case.thing')}</h2><blockquote className="card"><Prose html={item.html} /></blockquote></section> : null}
        <section className="sec"><h2>{t('appeal.from', { name: item.authorName })}</h2><p className="whitespace-pre-line">{item.appeal?.text}</p></section>
        {item.appeal && item.appeal.upheld !== null ? <NoteBar tone={item.appeal.upheld ? 'plain' : 'leaf'} className="mt-4"><b className="b">{t(item.appeal.upheld ? 'appeal.upheld' : 'appeal.granted')}</b><p>{item.appeal.answer}</p></NoteBar>
          : !item.mayJudge ? <NoteBar className="mt-4">{t('appeal.own')}</NoteBar> : (
            <section className="sec">
              <h2>{t('appeal.judge')}</h2>
              <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={said.map(text => ({ text, field: 'f-answer' }))} />
              <form method="post" action={`/moderasi/banding/${item.id}`} className="form mt-3">
                <Field label={t('appeal.answerLabel')} hint={t('appeal.answerHint')} error={said} name="answer"><TextArea defaultValue={typed} maxLength={1000} rows={4} /></Field>
                <div className="row"><Button look="primary" name="hasil" value="batal">{t('appeal.grant')}</Button><Button name="hasil" value="tetap">{t('appeal.uphold')}</Button></div>
              </form>
            </section>
          )}
      </div>
    </ModerationFrame>
  )
}
