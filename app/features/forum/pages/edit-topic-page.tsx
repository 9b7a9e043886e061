import type { CompetencyTag } from '~/features/competency/catalogue.server'
import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, TextInput } from '~/ui/field'
import { TagsField } from '../components/tags-field'
import { ExperienceFields, FeedbackFields, type KindFieldValues } from '../components/kind-fields'
import type { TopicKindName } from '../views'
import type { NewTopicPageProps } from './new-topic-page'

/** Title, kind and tags of a topic; its text is the first post and is edited there. */
export function EditTopicPage({ topic, kinds, competencies, values, errors, url }: {
  topic: { id: number }; kinds: readonly TopicKindName[]; competencies: readonly CompetencyTag[]; values: { title: string; kind: TopicKindName; tags: string } & KindFieldValues; errors: NewTopicPageProps['errors']; url: string
}) {
  const t = useT('forum', 'kinds')
  const said = (field: keyof typeof errors) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  return (
    <div className="text">
      <h1>{t('edit.title')}</h1>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" action={`/topik/${topic.id}/ubah`} className="form kindform mt-5">
        <Field label={t('new.titleLabel')} error={said('title')} name="title"><TextInput defaultValue={values.title} maxLength={150} /></Field>
        <FieldGroup label={t('new.kind')} error={said('kind')} name="kind">
          {kinds.map(kind => <Choice key={kind} type="radio" name="kind" value={kind} defaultChecked={values.kind === kind}>{t(`kind.${kind}`)}</Choice>)}
        </FieldGroup>
        <ExperienceFields values={values} errors={errors} />
        <FeedbackFields values={values} errors={errors} fresh={false} />
        <TagsField value={values.tags} competencies={competencies} error={said('tags')} />
        <div className="row"><Button look="primary">{t('edit.save')}</Button><ButtonLink look="quiet" href={url}>{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
    </div>
  )
}
