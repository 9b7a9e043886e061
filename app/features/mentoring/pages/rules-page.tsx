import { useT, useWordTree } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { NoteBar } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { directoryPath, rulesPath } from '../paths'

interface Rule {
  title: string
  text: string
}

/** The conduct rules, accepted once before the first step. */
export function RulesPage({ accepted, back }: { accepted: boolean; back: string }) {
  const t = useT('mentoring')
  const list = useWordTree('mentoring', 'rules.list')
  const rules = Array.isArray(list) ? (list as Rule[]) : []
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: directoryPath }, { label: t('rules.title') }]} />
      <h1>{t('rules.title')}</h1>
      <p className="lede mt-2">{t('rules.lede')}</p>
      <ol className="stack mt-6">{rules.map(rule => <li key={rule.title}><h2 className="text-base">{rule.title}</h2><p className="muted">{rule.text}</p></li>)}</ol>
      {accepted ? (
        <NoteBar tone="leaf" className="mt-6">{t('rules.accepted')}</NoteBar>
      ) : (
        <form method="post" action={rulesPath(back)} className="row mt-6"><Button look="primary">{t('rules.accept')}</Button><ButtonLink look="quiet" href={directoryPath}>{t('rules.later')}</ButtonLink></form>
      )}
    </div>
  )
}
