import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { Field, TextArea } from '~/ui/field'

/** Longest reason, in letters. */
export const WHY_MAX = 200

export function WhyPage({ postId, kind, authorName, url, why, errors }: { postId: number; kind: 'THANKS' | 'ACCEPTED'; authorName: string; url: string; why: string; errors: string[] }) {
  const t = useT('recognition')
  return (
    <div className="text">
      <h1>{t(`why.title.${kind}`, { name: authorName })}</h1>
      <p className="lede mt-2">{t('why.lede', { name: authorName })}</p>
      <form method="post" action={`/pos/${postId}/alasan`} className="form mt-5">
        <Field label={t('why.label')} hint={t('why.hint')} error={errors.map(key => t(key))} name="why"><TextArea rows={3} maxLength={WHY_MAX} defaultValue={why} /></Field>
        <div className="row"><Button look="primary">{t('ui:acts.save')}</Button><ButtonLink look="quiet" href={url}>{t('why.back')}</ButtonLink></div>
      </form>
    </div>
  )
}
