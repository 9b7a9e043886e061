import { AdminFrame } from '~/features/people/components/admin-frame'
import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Choice, Field, Select, TextArea, TextInput } from '~/ui/field'
import { EmptyState, NoteBar } from '~/ui/marks'
import { Pager } from '~/ui/navigation'
import { tagPath } from '../paths'
import type { KeptTag, KeptTagGroup } from '../tags.queries.server'

type Errors = Record<string, string[]>

/** Every tag and every group, for whoever keeps them. `group` is the group form as it was refused. */
export function TagsPage({ rows, next, begins, paged, groups, refused }: {
  rows: KeptTag[]; next: string | null; begins: string; paged: boolean; groups: KeptTagGroup[]; refused: { id: string; name: string; errors: Errors } | null
}) {
  const t = useT('finding')
  return (
    <AdminFrame current="tags" administrator title={t('keep.title')} lede={t('keep.lede')}>
      <form className="row mb-4" role="search">
        <label className="vh" htmlFor="f-q">{t('keep.find')}</label>
        <input className="in" id="f-q" name="q" defaultValue={begins} placeholder={t('keep.find')} />
        <Button>{t('keep.findAct')}</Button>
      </form>
      {rows.length ? (
        <ul className="list">
          {rows.map(tag => (
            <li key={tag.slug} className="py-2 row">
              <a className="b link" href={`/admin/tag/${tag.slug}`}>{tag.slug}</a>
              {tag.synonyms.length ? <span className="sm muted">= {tag.synonyms.join(', ')}</span> : null}
              {tag.group ? <span className="tag">{tag.group}</span> : null}
              <span className="sp" />
              <a className="sm link" href={tagPath(tag.slug)}>{t('keep.topics', { count: tag.topics })}</a>
            </li>
          ))}
        </ul>
      ) : <EmptyState title={t('keep.empty')}>{t('keep.emptyText')}</EmptyState>}
      <Pager label={t('keep.title')} newer={paged ? { label: t('keep.first'), href: '/admin/tag' } : null}
        older={next ? { label: t('keep.more'), href: `/admin/tag?${new URLSearchParams({ ...(begins ? { q: begins } : {}), setelah: next })}` } : null} />
      <section className="sec mt-6">
        <h2>{t('keep.groups')}</h2>
        <p className="sm muted mb-3">{t('keep.groupsText')}</p>
        {groups.map(group => <GroupForm key={group.id} group={group} refused={refused?.id === String(group.id) ? refused : null} />)}
        <GroupForm group={null} refused={refused?.id === '' ? refused : null} />
      </section>
    </AdminFrame>
  )
}

function GroupForm({ group, refused }: { group: KeptTagGroup | null; refused: { name: string; errors: Errors } | null }) {
  const t = useT('finding')
  const id = group ? `g${group.id}` : 'gbaru'
  return (
    <div className="py-3">
      <form method="post" action="/admin/kelompok-tag" className="row">
        <input type="hidden" name="id" value={group?.id ?? ''} />
        <Field label={group ? t('keep.groupName') : t('keep.groupNew')} name="name" id={id} error={(refused?.errors.name ?? refused?.errors.form)?.map(key => t(key))}>
          <TextInput defaultValue={refused?.name ?? group?.name ?? ''} maxLength={60} required />
        </Field>
        <Choice name="onlyOne" value="on" defaultChecked={group?.onlyOne ?? false}>{t('keep.onlyOne')}</Choice>
        <Button small>{t(group ? 'ui:acts.save' : 'keep.groupAdd')}</Button>
      </form>
      {group ? (
        <div className="row sm muted mt-1">
          <span>{group.tags.join(', ') || t('keep.groupEmpty')}</span>
          <form method="post" action={`/admin/kelompok-tag/${group.id}/hapus`}><button className="link">{t('keep.groupDrop')}</button></form>
        </div>
      ) : null}
    </div>
  )
}

export interface TagFormProps {
  slug: string
  values: { description: string; groupId: string; synonyms: string }
  groups: { id: number; name: string }[]
  saved: boolean
  errors: Errors
}

export function TagFormPage({ slug, values, groups, saved, errors }: TagFormProps) {
  const t = useT('finding')
  const said = (field: string) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  return (
    <AdminFrame current="tags" administrator back={{ label: t('keep.title'), href: '/admin/tag' }} title={slug}>
      <div className="text">
        {saved ? <NoteBar tone="leaf" role="status" className="mb-4">{t('keep.saved')}</NoteBar> : null}
        <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
        <form method="post" className="form">
          <Field label={t('keep.description')} optional={t('ui:form.optional')} error={said('description')} name="description"><TextArea rows={2} maxLength={300} defaultValue={values.description} /></Field>
          <Field label={t('keep.synonyms')} hint={t('keep.synonymsHint')} optional={t('ui:form.optional')} error={said('synonyms')} name="synonyms"><TextArea rows={3} defaultValue={values.synonyms} /></Field>
          <Field label={t('keep.group')} error={said('groupId')} name="groupId">
            <Select defaultValue={values.groupId} options={[{ value: '', label: t('keep.noGroup') }, ...groups.map(group => ({ value: String(group.id), label: group.name }))]} />
          </Field>
          <div className="row"><Button look="primary">{t('ui:acts.save')}</Button><ButtonLink look="quiet" href={tagPath(slug)}>{t('keep.see')}</ButtonLink></div>
        </form>
      </div>
    </AdminFrame>
  )
}
